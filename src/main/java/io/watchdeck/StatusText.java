package io.watchdeck;

import io.watchdeck.alarms.Placed;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.watch.FigureAges;
import io.watchdeck.watch.GapWords;
import io.watchdeck.watch.HeldWords;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Gap;
import io.watchdeck.watch.UnreadStack;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/// Prints a snapshot for people: the verdict, each stack with its reasons, the figures that it is judged by and their
/// age, and what is not known, each reason once.
final class StatusText {

    private static final String TOO_LATE = "failure.aws.tooLate";

    /// Columns of a terminal.
    private static final int VERDICT = 9;
    private static final int NAME = 16;
    private static final int FIGURE = 38;

    private final Words words;

    StatusText(Words words) {
        this.words = words;
    }

    void print(WatchSnapshot snapshot, PrintWriter out) {
        if (snapshot.sandbox()) {
            out.println(words.say("status.sandbox"));
        }
        out.println(words.say(snapshot.headline()));
        out.println(words.say(snapshot.completeness()));
        for (StackSnapshot stack : snapshot.stacks()) {
            out.println();
            out.printf("%s %s %s%n", padded(words.say("severity." + stack.verdict().severity().word()), VERDICT),
                    padded(stack.file().id().value(), NAME), stack.verdict().held()
                            .map(held -> words.say("status.held", stack.verdict().headline(),
                                    HeldWords.of(held, stack.asOf())))
                            .orElseGet(() -> words.say(stack.verdict().headline())));
            stack.verdict().troubles().stream().skip(1).forEach(condition -> out.printf("%26s %s%n", "",
                    words.say(Placed.of(condition))));
            figures(stack).forEach((name, figure) -> out.printf("  %s %s%n", padded(name, FIGURE), figure));
            gaps(stack, out);
        }
        for (UnreadStack stack : snapshot.unread()) {
            out.println();
            out.printf("%s %s %s%n", padded(words.say("severity.unknown"), VERDICT),
                    padded(stack.id().value(), NAME), words.say(stack.says()));
        }
    }

    /// As wide as a terminal shows it, where Hangul takes two columns.
    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - TerminalWidth.of(text)));
    }

    /// One line for each component, by its name; what a component shares its name with stands on the same line.
    private Map<String, String> figures(StackSnapshot stack) {
        Map<String, String> lines = new LinkedHashMap<>();
        stack.services().forEach(service -> add(lines, service.spec().name(),
                tell(service.state(), state -> words.say("status.tasks", state.running(), state.desired()))));
        stack.loadBalancers().forEach(balancer -> add(lines, balancer.spec().name(),
                together(tell(balancer.requests(), "status.requests"), tell(balancer.errors5xx(), "status.errors"))));
        stack.databases().forEach(database -> add(lines, database.spec().id(),
                tell(database.connections().latest(), value -> database.maxConnections().isPresent()
                        ? words.say("status.connectionsOf", value, database.maxConnections().getAsInt())
                        : words.say("status.connections", value))));
        stack.caches().forEach(cache -> add(lines, cache.spec().id(), tell(cache.hitRate(), "status.hits")));
        stack.queues().forEach(queue -> add(lines, queue.spec().name(),
                together(tell(queue.state(), state -> words.say("status.queue", state.visible())),
                        queue.deadLetters().map(dead -> tell(dead.state(),
                                state -> words.say(state.inFlight() == 0 ? "status.deadLetters"
                                        : "status.deadLettersHidden", state.present(), state.inFlight())))
                                .orElse(""))));
        stack.batchQueues().forEach(queue -> add(lines, queue.name(), tell(queue.state(), state -> words.say(
                "status.batch", state.count("RUNNING"), state.count("RUNNABLE"),
                state.failedSince(stack.asOf().minus(Duration.ofDays(1)))))));
        stack.pipes().forEach(pipe -> add(lines, pipe.name(), tell(pipe.state(), state -> words.say("status.pipe",
                state.state()) + (state.reason().isEmpty() ? "" : ": " + state.reason()))));
        stack.pipelines().forEach(pipeline -> add(lines, pipeline.name(), pipeline(pipeline, stack.asOf())));
        new StatusCostText(words).line(stack).ifPresent(line -> add(lines, words.say("status.cost"), line));
        FigureAges.oldest(stack).ifPresent(figure -> add(lines, words.say("status.oldest"), words.say("status.oldestOf",
                Duration.between(figure.asOf().orElseThrow(), stack.asOf()), figure.name())));
        return lines;
    }

    private static void add(Map<String, String> lines, String name, String figure) {
        lines.merge(name, figure, (one, other) -> one.equals(other) ? one : one + "; " + other);
    }

    /// What is missing for the same reason is told once.
    private static String together(String one, String other) {
        return other.isEmpty() || one.equals(other) ? one : one + ", " + other;
    }

    private String pipeline(StackSnapshot.Pipeline pipeline, Instant now) {
        return tell(pipeline.state(), state -> state.deciding().map(stage -> words.say("status.pipeline", stage.name(),
                stage.status())
                + stage.since().map(since -> ", " + words.say("status.for",
                        Duration.between(since, now))).orElse(""))
                .orElseGet(() -> words.say("status.pipelineNever")));
    }

    /// Several figures may be missing for one reason: it is told once, with all of them.
    private void gaps(StackSnapshot stack, PrintWriter out) {
        Set<String> notKept = new LinkedHashSet<>();
        Map<String, StringJoiner> reasons = new LinkedHashMap<>();
        for (Gap gap : stack.gaps()) {
            if (gap.failure().isNotAsked()) {
                continue; // The line of cost says so.
            }
            if (gap.failure().equals(Failure.notKept())) {
                notKept.add(words.say(GapWords.noun(gap)));
            } else {
                reasons.computeIfAbsent(reason(gap.failure()), _ -> new StringJoiner("; "))
                        .add(words.say(GapWords.of(gap)));
            }
        }
        reasons.forEach((reason, missing) -> out.println("  ? " + reason + " (" + missing + ")"));
        if (!notKept.isEmpty()) {
            out.println("  - " + words.say("status.notKept", String.join(", ", notKept)));
        }
    }

    private String reason(Failure failure) {
        String sentence = words.say(failure.sentence());
        return sentence + failure.action().filter(action -> !sentence.contains(action))
                .map(action -> " " + action).orElse("")
                + (failure.sentence().key().equals(TOO_LATE) ? words.say("status.longer") : "");
    }

    private String tell(Figure figure, String key) {
        return tell(figure.latest(), value -> words.say(key, value));
    }

    private <T> String tell(Panel<T> panel, Function<T, String> say) {
        Loadable<T> state = panel.state();
        Optional<String> failure = state.problem().map(problem -> words.say(problem.sentence()));
        return state.latest().map(say).or(() -> failure).orElseGet(() -> words.say("verdict.asking"));
    }
}
