package io.watchdeck.ui.overview;

import io.watchdeck.alarms.Condition;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// An open condition in the strip below the table.
///
/// @param time  since when, as a clock
/// @param age   since when, as a span
/// @param cloud whether CloudWatch evaluates it, rather than this console
record OpenFacts(Key key, String stackName, Environment environment, Severity severity, String word, Instant since,
        String time, String age, String sentence, String component, boolean cloud, Series series,
        OptionalDouble threshold, AwsReference reference) {

    /// What makes it the same condition after a refresh.
    record Key(StackId stack, String name, String component) {}

    static OpenFacts of(StackSnapshot stack, Condition condition, Instant now, Words words) {
        Optional<Instant> since = condition.since();
        var key = new Key(stack.file().id(), condition.name(), condition.on().toString());
        var links = new ConsoleLinks(stack.file(), stack.identity().state().latest().map(one -> one.account()));
        boolean cloud = condition.source() == Condition.Source.CLOUDWATCH;
        return new OpenFacts(key, stack.file().name(), stack.file().environment(), condition.severity(),
                words.say("severity." + condition.severity().word()), since.orElse(Instant.EPOCH),
                since.map(words::clock).orElse(""),
                since.map(at -> words.span(Duration.between(at, now))).orElse(""), words.say(condition.sentence()),
                condition.on().name(), cloud,
                StackFigures.behind(stack, condition).map(Figure::recent).orElse(Series.empty()),
                condition.threshold(),
                cloud ? links.alarm(condition.name(), Optional.empty()) : links.of(condition.on()));
    }

    List<String> csv(String environmentWord) {
        return List.of(word, since.equals(Instant.EPOCH) ? "" : since.toString(), stackName, environmentWord, sentence,
                component, key.name());
    }
}
