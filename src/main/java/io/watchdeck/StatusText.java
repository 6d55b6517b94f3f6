package io.watchdeck;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Gap;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;

/// Prints a snapshot for people: the verdict, each stack with its reasons and its main figures, and what is not known.
final class StatusText {

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
            out.printf("%-9s %-16s %s%n", words.say("severity." + stack.verdict().severity().word()),
                    stack.file().id(), words.say(stack.verdict().headline()));
            stack.verdict().troubles().stream().skip(1).forEach(condition -> out.printf("%26s %s%n", "",
                    words.say(condition.sentence())));
            stack.services().forEach(service -> out.printf("  %-38s %s%n", service.spec().name(),
                    tell(service.state(), state -> words.say("status.tasks", state.running(), state.desired()))));
            stack.loadBalancers().forEach(balancer -> out.printf("  %-38s %s, %s%n", balancer.spec().name(),
                    tell(balancer.requests().latest(), value -> words.say("status.requests", value)),
                    tell(balancer.errors5xx().latest(), value -> words.say("status.errors", value))));
            stack.databases().forEach(database -> out.printf("  %-38s %s%n", database.spec().id(),
                    tell(database.connections().latest(), value -> database.maxConnections().isPresent()
                            ? words.say("status.connectionsOf", value, database.maxConnections().getAsInt())
                            : words.say("status.connections", value))));
            stack.caches().forEach(cache -> out.printf("  %-38s %s%n", cache.spec().id(),
                    tell(cache.hitRate().latest(), value -> words.say("status.hits", value))));
            stack.queues().forEach(queue -> out.printf("  %-38s %s%n", queue.spec().name(),
                    tell(queue.state(), state -> words.say("status.queue", state.visible()))
                            + queue.deadLetters().map(dead -> ", " + tell(dead.state(),
                                    state -> words.say("status.deadLetters", state.visible()))).orElse("")));
            long notKept = stack.gaps().stream().filter(StatusText::notKept).count();
            if (notKept > 0) {
                out.println("  - " + words.say("status.notKept", notKept));
            }
            for (Gap gap : stack.gaps().stream().filter(gap -> !notKept(gap)).toList()) {
                out.println("  ? " + gap.path() + ": " + words.say(gap.failure().sentence())
                        + gap.failure().action().filter(action -> !words.say(gap.failure().sentence())
                                .contains(action)).map(action -> " (" + action + ")").orElse(""));
            }
        }
    }

    private static boolean notKept(Gap gap) {
        return gap.failure().kind() == Failure.Kind.NOT_KEPT;
    }

    private <T> String tell(Panel<T> panel, Function<T, String> say) {
        Loadable<T> state = panel.state();
        Optional<String> failure = state.problem().map(problem -> words.say(problem.sentence()));
        return state.latest().map(say).or(() -> failure).orElseGet(() -> words.say("verdict.asking"));
    }
}
