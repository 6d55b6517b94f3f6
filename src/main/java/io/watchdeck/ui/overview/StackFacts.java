package io.watchdeck.ui.overview;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Panel;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.watch.FigureAges;
import io.watchdeck.watch.FigureAges.Aged;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
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
/// @param updated   the age of the oldest figure of the stack, by which the verdict tells it too
/// @param asOf      when that figure was true
/// @param reference of the stack's cluster
/// @param policy    the policy statement that the stack lacks, if anything is denied
record StackFacts(StackId id, String name, Environment environment, String environmentWord, String region,
        StateFigure state, String why, String more, TasksFigure tasks, TrafficFigure traffic, DatabaseFigure database,
        QueuesFigure queues, CostFigure cost, Age updated, Optional<Instant> asOf, AwsReference reference,
        Optional<String> policy) {

    /// The columns that a filter knows.
    static final List<String> COLUMNS =
            List.of("state", "stack", "env", "region", "why", "tasks", "traffic", "db", "queues", "cost");

    static StackFacts of(StackSnapshot stack, Instant now, Words words) {
        var file = stack.file();
        DatabaseFigure database = DatabaseFigure.of(stack, now, words);
        List<Aged> figures = FigureAges.of(stack);
        Optional<Aged> oldest = FigureAges.oldest(figures);
        return new StackFacts(file.id(), file.name(), file.environment(),
                words.say("ui.environment." + file.environment().word()), file.access().region().code(),
                StateFigure.of(stack, now, words), words.say(stack.verdict().headline()),
                stack.verdict().second().map(words::say).orElse(""), TasksFigure.of(stack, now, words),
                TrafficFigure.of(stack, now, words), database,
                QueuesFigure.of(stack, now, words), CostFigure.of(stack, words),
                updated(figures, oldest, now, words), oldest.flatMap(Aged::asOf),
                new ConsoleLinks(file, stack.identity().state().latest().map(one -> one.account())).cluster(),
                stack.gaps().stream()
                        .flatMap(gap -> Absence.of(gap.failure(), words).policyStatement().stream())
                        .findFirst());
    }

    /// What this version does not read has no age; where nothing is known, the first answer that is missing tells why.
    private static Age updated(List<Aged> figures, Optional<Aged> oldest, Instant now, Words words) {
        var read = new ArrayList<Panel<?>>();
        for (Aged figure : figures) {
            if (figure.panel().state().problem().filter(one -> one.kind() == Failure.Kind.NOT_KEPT).isEmpty()) {
                read.add(figure.panel());
            }
        }
        Age age = Age.oldest(read, now, words);
        return oldest.map(one -> new Age(age.freshness(), age.text(), age.brief(),
                words.say("ui.age.of", one.name(), age.sentence()))).orElse(age);
    }

    /// What the filter looks for, by column: the names are those of [#COLUMNS].
    Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("state", state.severity().word() + " " + state.word() + " " + state.detail());
        columns.put("stack", name + " " + id);
        columns.put("env", environment.word() + " " + environmentWord);
        columns.put("region", region);
        columns.put("why", why + " " + more);
        columns.put("tasks", tasks.count() + " " + tasks.services() + " " + tasks.capacity() + " "
                + word(tasks.absence()));
        columns.put("traffic", traffic.rate() + " " + traffic.failed() + " " + word(traffic.absence()));
        columns.put("db", database.text() + " " + Stream.concat(database.absence().stream(),
                database.noLimit().stream()).map(Absence::word).collect(Collectors.joining(" ")));
        columns.put("queues", queues.first() + " " + queues.secondInFull());
        columns.put("cost", cost.spent() + " " + cost.plan() + " " + word(cost.absence()));
        return columns;
    }

    private static String word(Optional<Absence> absence) {
        return absence.map(Absence::word).orElse("");
    }
}
