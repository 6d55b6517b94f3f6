package io.watchdeck.ui.overview;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one row of the overview says, in words and shares: the table only lays it out.
///
/// @param why       what needs someone
/// @param more      the next reason
/// @param reference of the stack's cluster
/// @param policy    the policy statement that the stack lacks, if anything is denied
record StackFacts(StackId id, String name, Environment environment, String environmentWord, String region,
        StateFigure state, String why, String more, TasksFigure tasks, TrafficFigure traffic, DatabaseFigure database,
        QueuesFigure queues, CostFigure cost, Age updated, AwsReference reference, Optional<String> policy) {

    static StackFacts of(StackSnapshot stack, Instant now, Words words) {
        var file = stack.file();
        return new StackFacts(file.id(), file.name(), file.environment(),
                words.say("ui.environment." + file.environment().word()), file.access().region().code(),
                StateFigure.of(stack, now, words), words.say(stack.verdict().headline()),
                stack.verdict().second().map(words::say).orElse(""), TasksFigure.of(stack, now, words),
                TrafficFigure.of(stack, now, words), DatabaseFigure.of(stack, now, words),
                QueuesFigure.of(stack, now, words), CostFigure.of(stack, words),
                Age.oldest(StackFigures.panels(stack), now, words),
                new ConsoleLinks(file, stack.identity().state().latest().map(one -> one.account())).cluster(),
                stack.gaps().stream()
                        .flatMap(gap -> io.watchdeck.ui.kit.Absence.of(gap.failure(), words).policyStatement().stream())
                        .findFirst());
    }

    /// By the names that a filter knows.
    Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("state", state.severity().word() + " " + state.word() + " " + state.detail());
        columns.put("stack", name + " " + id);
        columns.put("env", environment.word() + " " + environmentWord);
        columns.put("region", region);
        columns.put("why", why + " " + more);
        columns.put("db", database.text() + database.absence().map(one -> one.word()).orElse(""));
        columns.put("queues", queues.first() + " " + queues.second());
        return columns;
    }

    List<String> csv() {
        return List.of(state.word(), name, environmentWord, region, why, more, tasks.count(), traffic.rate(),
                traffic.failed(), database.absence().map(one -> one.word()).orElse(database.text()),
                queues.first(), queues.second(), cost.absence().map(one -> one.word()).orElse(cost.spent()),
                cost.forecast(), updated.text());
    }
}
