package io.watchdeck.watch.discovery;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.model.Severity;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The severities that the names of SNS topics speak of: the only word on it that a CloudWatch alarm has.
final class AlarmWords {

    private static final Map<String, Severity> WORDS = Map.ofEntries(
            Map.entry("critical", Severity.CRITICAL), Map.entry("crit", Severity.CRITICAL),
            Map.entry("urgent", Severity.CRITICAL), Map.entry("emergency", Severity.CRITICAL),
            Map.entry("page", Severity.CRITICAL), Map.entry("pager", Severity.CRITICAL),
            Map.entry("pagerduty", Severity.CRITICAL), Map.entry("sev1", Severity.CRITICAL),
            Map.entry("p1", Severity.CRITICAL),
            Map.entry("warning", Severity.WARNING), Map.entry("warn", Severity.WARNING),
            Map.entry("notice", Severity.NOTICE), Map.entry("info", Severity.NOTICE));

    private AlarmWords() {}

    /// By the name of the topic, for those whose name speaks of one.
    static Map<String, Severity> severities(Collection<CloudAlarm> alarms) {
        var severities = new TreeMap<String, Severity>();
        alarms.stream().flatMap(alarm -> alarm.actions().stream()).filter(arn -> arn.contains(":sns:"))
                .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                .forEach(topic -> said(topic).ifPresent(severity -> severities.put(topic, severity)));
        return severities;
    }

    private static Optional<Severity> said(String topic) {
        return Arrays.stream(topic.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")).map(WORDS::get)
                .filter(severity -> severity != null).findFirst();
    }
}
