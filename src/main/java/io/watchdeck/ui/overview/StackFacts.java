package io.watchdeck.ui.overview;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Panel;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one row of the overview says, in words and shares: the table only lays it out.
///
/// @param why       what needs someone
/// @param more      the next reason
/// @param updated   the age of the oldest figure that the row shows
/// @param asOf      when that figure was true
/// @param reference of the stack's cluster
/// @param policy    the policy statement that the stack lacks, if anything is denied
record StackFacts(StackId id, String name, Environment environment, String environmentWord, String region,
        StateFigure state, String why, String more, TasksFigure tasks, TrafficFigure traffic, DatabaseFigure database,
        QueuesFigure queues, CostFigure cost, Age updated, Optional<Instant> asOf, AwsReference reference,
        Optional<String> policy) {

    static StackFacts of(StackSnapshot stack, Instant now, Words words) {
        var file = stack.file();
        DatabaseFigure database = DatabaseFigure.of(stack, now, words);
        List<Panel<?>> shown = shown(stack, database);
        return new StackFacts(file.id(), file.name(), file.environment(),
                words.say("ui.environment." + file.environment().word()), file.access().region().code(),
                StateFigure.of(stack, now, words), words.say(stack.verdict().headline()),
                stack.verdict().second().map(words::say).orElse(""), TasksFigure.of(stack, now, words),
                TrafficFigure.of(stack, now, words), database,
                QueuesFigure.of(stack, now, words), CostFigure.of(stack, words),
                Age.oldest(shown, now, words),
                shown.stream().flatMap(panel -> panel.state().latestAsOf().stream()).min(Comparator.naturalOrder()),
                new ConsoleLinks(file, stack.identity().state().latest().map(one -> one.account())).cluster(),
                stack.gaps().stream()
                        .flatMap(gap -> Absence.of(gap.failure(), words).policyStatement().stream())
                        .findFirst());
    }

    /// The readings behind the figures of the row. Cost has a date instead of an age; what this version does not read has
    /// none.
    private static List<Panel<?>> shown(StackSnapshot stack, DatabaseFigure database) {
        var panels = new ArrayList<Panel<?>>();
        stack.services().forEach(one -> panels.addAll(List.of(one.state(), one.tasks())));
        TrafficFigure.busiest(stack).ifPresent(one -> panels.addAll(List.of(one.requests().latest(),
                one.errors5xx().latest())));
        database.panel().ifPresent(panels::add);
        stack.queues().forEach(queue -> {
            panels.add(queue.state());
            queue.deadLetters().ifPresent(dead -> panels.add(dead.state()));
        });
        stack.batchQueues().forEach(one -> panels.add(one.state()));
        panels.removeIf(panel -> panel.state().problem().map(Failure::kind).filter(Failure.Kind.NOT_KEPT::equals)
                .isPresent());
        return panels;
    }

    /// By the names that a filter knows.
    Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("state", state.severity().word() + " " + state.word() + " " + state.detail());
        columns.put("stack", name + " " + id);
        columns.put("env", environment.word() + " " + environmentWord);
        columns.put("region", region);
        columns.put("why", why + " " + more);
        columns.put("db", database.text() + " " + Stream.concat(database.absence().stream(),
                database.noLimit().stream()).map(Absence::word).collect(Collectors.joining(" ")));
        columns.put("queues", queues.first() + " " + queues.secondInFull());
        return columns;
    }
}
