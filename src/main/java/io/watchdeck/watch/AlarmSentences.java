package io.watchdeck.watch;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Phrase;
import java.util.Optional;
import java.util.OptionalDouble;

/// Says CloudWatch alarms: what each watches, against which limit and, in alarm, the value that CloudWatch gives as its
/// reason. CloudWatch writes the reason when the state changes, so the value is of that time.
final class AlarmSentences {

    private AlarmSentences() {}

    /// @param metric the metric of the catalogue that the alarm watches, where it is one
    /// @param state  as far as it was read lately enough
    static Phrase of(CloudAlarm alarm, Optional<MetricDefinition> metric, State state) {
        Optional<Phrase> limit = limit(alarm, metric);
        return switch (state) {
            case UNKNOWN -> Phrase.of(alarm.state().equals("INSUFFICIENT_DATA") ? "condition.alarmNoData"
                    : "condition.alarmUnknown", alarm.name());
            case OK -> limit.map(when -> Phrase.of("condition.alarmOkWhen", alarm.name(), when))
                    .orElseGet(() -> Phrase.of("condition.alarmOk", alarm.name()));
            case ALARM -> limit.map(breached -> inAlarm(alarm, metric, breached))
                    .orElseGet(() -> Phrase.of("condition.alarm",
                            metric.<Object>map(Sentences::label).orElse(alarm.name())));
        };
    }

    /// A metric of ours is what the alarm is called, as everywhere; any other says little without CloudWatch's name for it.
    private static Phrase inAlarm(CloudAlarm alarm, Optional<MetricDefinition> metric, Phrase breached) {
        OptionalDouble value = alarm.reasonValue();
        if (metric.isPresent()) {
            return value.isEmpty() ? breached
                    : Phrase.of("condition.alarmWas", breached, amount(metric, value.getAsDouble()));
        }
        return value.isEmpty() ? Phrase.of("condition.alarmLimit", alarm.name(), breached)
                : Phrase.of("condition.alarmValue", alarm.name(), breached, amount(metric, value.getAsDouble()));
    }

    /// What is compared with what; metric math has no name of its own. Empty for a composite alarm and an anomaly band.
    private static Optional<Phrase> limit(CloudAlarm alarm, Optional<MetricDefinition> metric) {
        if (alarm.threshold().isEmpty()) {
            return Optional.empty();
        }
        Phrase relation =
                Phrase.of(relation(Relation.of(alarm.comparison())), amount(metric, alarm.threshold().getAsDouble()));
        if (metric.isEmpty() && alarm.metric().isEmpty()) {
            return Optional.of(relation);
        }
        Object figure = metric.<Object>map(Sentences::label).orElse(alarm.metric());
        return Optional.of(Phrase.of("condition.compared", figure, relation));
    }

    private static String relation(Relation relation) {
        return switch (relation) {
            case ABOVE -> "condition.above";
            case AT_LEAST -> "condition.atLeast";
            case BELOW -> "condition.below";
            case AT_MOST -> "condition.atMost";
        };
    }

    /// A count by the minute is judged by its sum over the period of the alarm.
    private static Phrase amount(Optional<MetricDefinition> metric, double value) {
        return metric.filter(known -> known.unit() != Unit.PER_MINUTE).map(known -> Sentences.amount(known, value))
                .orElseGet(() -> Sentences.count(value));
    }
}
