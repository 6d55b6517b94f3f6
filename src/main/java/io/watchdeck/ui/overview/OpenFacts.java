package io.watchdeck.ui.overview;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// An open condition in the strip below the table.
///
/// @param time  since when, as a clock
/// @param age   since when, as a span
/// @param condition what it is made of
/// @param twin  the alarm of CloudWatch that is in alarm for the same as the rule, or the rule for the same as the alarm
/// @param cloud whether CloudWatch evaluates it, rather than this console
/// @param occurrence what it is an episode of; empty until it has been judged
record OpenFacts(Key key, Condition condition, Optional<Occurrence> occurrence, String stackName,
        Environment environment, Severity severity,
        String word, Instant since,
        String time, String age, String sentence, String component, boolean cloud, Optional<String> twin, Series series,
        OptionalDouble threshold, AwsReference reference) {

    static final List<String> CSV_HEADER = List.of("state", "since", "stack", "environment", "sentence", "component",
            "source", "rule", "metric", "value", "threshold");

    /// What makes it the same condition after a refresh.
    record Key(StackId stack, String name, String component) {}

    static OpenFacts of(StackSnapshot stack, Condition condition, Instant now, Words words) {
        Optional<Occurrence> occurrence = stack.occurrence(condition);
        Optional<Instant> since = occurrence.map(Occurrence::raised).or(condition::since);
        var key = new Key(stack.file().id(), condition.name(), condition.on().toString());
        var links = new ConsoleLinks(stack.file(), stack.identity().state().latest().map(one -> one.account()));
        boolean cloud = condition.source() == Condition.Source.CLOUDWATCH;
        return new OpenFacts(key, condition, occurrence, stack.file().name(), stack.file().environment(),
                condition.severity(),
                words.say("severity." + condition.severity().word()), since.orElse(Instant.EPOCH),
                since.map(words::clock).orElse(""),
                since.map(at -> words.span(Duration.between(at, now))).orElse(""), words.say(condition.sentence()),
                condition.on().name(), cloud, stack.verdict().open().stream().filter(condition::isTwinOf)
                        .map(Condition::name).findFirst(),
                StackFigures.behind(stack, condition).map(Figure::recent).orElse(Series.empty()),
                condition.threshold(),
                cloud ? links.alarm(condition.name(), Optional.empty()) : links.of(condition.on()));
    }

    /// Where a person can take it up.
    Place place() {
        return occurrence.map(one -> Place.of(key.stack(), one.id()))
                .orElseGet(() -> new Place(Screen.ALARMS, Optional.of(key.stack()), Optional.of(condition.on().name()),
                        Optional.empty()));
    }

    /// One line of the export. Names and words of the data stay the same in every language; only the sentence is said.
    List<String> csv() {
        return List.of(severity.word(), condition.since().map(Instant::toString).orElse(""), stackName,
                environment.word(), sentence, component, condition.source().name().toLowerCase(Locale.ROOT),
                condition.name(), condition.metric().orElse(""), Csv.number(condition.value()),
                Csv.number(condition.threshold()));
    }
}
