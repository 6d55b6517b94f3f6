package io.watchdeck.ui.overview;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.AlarmName;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.OpenAlarm;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// An alarm that nobody has, in the strip below the table.
///
/// @param time  since when, as a clock
/// @param age   since when, as a span
/// @param alarm  what it is made of
/// @param known  whether anybody knows how it is now
/// @param twin  the alarm of CloudWatch that is in alarm for the same as the rule, or the rule for the same as the alarm
/// @param cloud whether CloudWatch evaluates it, rather than this console
record OpenFacts(AlarmKey key, OpenAlarm alarm, boolean known, String stackName, Environment environment,
        Severity severity,
        String word, Instant since,
        String time, String age, String sentence, String component, boolean cloud, Optional<String> twin, Series series,
        OptionalDouble threshold, AwsReference reference) {

    static final List<String> CSV_HEADER = List.of("state", "since", "stack", "environment", "sentence", "component",
            "source", "rule", "metric", "value", "threshold");

    static OpenFacts of(StackSnapshot stack, OpenAlarm alarm, Instant now, Words words) {
        Optional<Condition> condition = alarm.condition();
        Optional<Instant> since =
                alarm.occurrence().map(Occurrence::raised).or(() -> condition.flatMap(Condition::since));
        var links = new ConsoleLinks(stack.file(), stack.identity().state().latest().map(one -> one.account()));
        Condition.Source source = alarm.source();
        boolean cloud = source == Condition.Source.CLOUDWATCH;
        Optional<Instant> unknown = alarm.occurrence().flatMap(Occurrence::unknownSince);
        return new OpenFacts(alarm.key(), alarm, unknown.isEmpty(), stack.file().name(), stack.file().environment(),
                alarm.severity(),
                words.say("severity." + alarm.severity().word()), since.orElse(Instant.EPOCH),
                since.map(words::clock).orElse(""),
                since.map(at -> words.span(Duration.between(at, now))).orElse(""),
                unknown.map(from -> words.say("ui.open.unknownSince", named(alarm, words), words.when(from, now)))
                        .orElseGet(() -> condition.map(one -> words.say(one.sentence()))
                                .orElseGet(() -> named(alarm, words))),
                alarm.key().on().name(), cloud, condition.flatMap(one -> Stream.concat(Stream.of(one),
                        stack.verdict().open().stream().filter(one::isTwinOf)).filter(each -> each.source() != source)
                        .map(Condition::name).findFirst()),
                condition.flatMap(one -> StackFigures.behind(stack, one)).map(Figure::recent).orElse(Series.empty()),
                condition.map(Condition::threshold).orElse(OptionalDouble.empty()),
                cloud ? links.alarm(alarm.name(), Optional.empty()) : links.of(alarm.key().on()));
    }

    /// What it is called, where nothing is known to say of it.
    private static String named(OpenAlarm alarm, Words words) {
        return words.say(alarm.occurrence().map(one -> AlarmName.of(one.now()))
                .orElseGet(() -> AlarmName.of(alarm.condition().orElseThrow())));
    }

    /// The rule or alarm that tells of it.
    String name() {
        return alarm.name();
    }

    /// Where a person can take it up.
    Place place() {
        return alarm.occurrence().map(one -> Place.of(key.stack(), one.id()))
                .orElseGet(() -> new Place(Screen.ALARMS, Optional.of(key.stack()), Optional.of(key.on().name()),
                        Optional.empty()));
    }

    /// One line of the export. Names and words of the data stay the same in every language; only the sentence is said.
    List<String> csv() {
        Optional<Condition> condition = alarm.condition();
        return List.of(severity.word(), since.equals(Instant.EPOCH) ? "" : since.toString(), stackName,
                environment.word(), sentence, component, alarm.source().name().toLowerCase(Locale.ROOT),
                alarm.name(), condition.flatMap(Condition::metric).orElse(""),
                Csv.number(condition.map(Condition::value).orElse(OptionalDouble.empty())), Csv.number(threshold));
    }
}
