package io.watchdeck.watch;

import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.DatabaseSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How old the figures of a stack are. Only those count that are read all the time: limits, database facts and cost are
/// slow and have their own dates, as have metrics that are read only while somebody looks at them. Whatever tells the age
/// of a stack tells it of these.
public final class FigureAges {

    private static final String METRIC = "metric.";

    private FigureAges() {}

    /// A figure that has an age.
    ///
    /// @param noun      key of what it is
    /// @param component whose it is; empty where it is of the whole stack
    public record Aged(String noun, Optional<String> component, Panel<?> panel) {

        /// What it is, and whose: `main, connections`.
        public Phrase name() {
            return component.map(of -> Phrase.of("gap.of", Phrase.of(noun), of)).orElseGet(() -> Phrase.of(noun));
        }

        /// When it was true; for a metric that is the end of its newest period. Empty before the first answer.
        public Optional<Instant> asOf() {
            return panel.state().latestAsOf();
        }
    }

    /// Every figure that counts. A window asks for those of each stack at each snapshot and whenever ages grow, on its own
    /// thread: hence loops.
    public static List<Aged> of(StackSnapshot stack) {
        var figures = new ArrayList<Aged>();
        polled(stack, figures);
        new Metrics(WantedMetrics.ruled(stack.file()), figures).of(stack);
        return List.copyOf(figures);
    }

    /// The figure that is the oldest; empty before the first answer.
    public static Optional<Aged> oldest(StackSnapshot stack) {
        return oldest(of(stack));
    }

    /// The oldest of some figures, the first of those that are as old; empty where none has been answered.
    public static Optional<Aged> oldest(List<Aged> figures) {
        Optional<Aged> oldest = Optional.empty();
        Instant least = Instant.MAX;
        for (Aged figure : figures) {
            Instant asOf = figure.asOf().orElse(Instant.MAX);
            if (asOf.isBefore(least)) {
                oldest = Optional.of(figure);
                least = asOf;
            }
        }
        return oldest;
    }

    private static void polled(StackSnapshot stack, List<Aged> figures) {
        stack.services().forEach(one -> {
            figures.add(aged("gap.services", one.spec().name(), one.state()));
            figures.add(aged("gap.tasks", one.spec().name(), one.tasks()));
        });
        stack.queues().forEach(one -> {
            figures.add(aged("gap.queues", one.spec().name(), one.state()));
            one.deadLetters().ifPresent(dead -> figures.add(aged("gap.dlq", one.spec().name(), dead.state())));
        });
        stack.batchQueues().forEach(one -> figures.add(aged("gap.batch", one.name(), one.state())));
        stack.pipes().forEach(one -> figures.add(aged("gap.pipes", one.name(), one.state())));
        stack.pipelines().forEach(one -> figures.add(aged("gap.pipelines", one.name(), one.state())));
        figures.add(new Aged("gap.alarms", Optional.empty(), stack.alarms()));
    }

    private record Metrics(Set<String> ruled, List<Aged> figures) {

        void of(StackSnapshot stack) {
            stack.services().forEach(one -> add(one.spec().name(), one.cpu(), one.memory()));
            stack.loadBalancers().forEach(one -> add(one.spec().name(), one.requests(), one.errors5xx(), one.p50(),
                    one.p95(), one.p99()));
            stack.loadBalancers().forEach(balancer -> balancer.targetGroups()
                    .forEach(one -> add(one.name(), one.healthy(), one.unhealthy())));
            stack.databases().forEach(one -> add(one.spec().id(), one.connections(), one.cpu(),
                    one.spec().kind() == DatabaseSpec.Kind.CLUSTER ? one.acu() : one.freeStorage()));
            stack.caches().forEach(one -> add(one.spec().id(), one.hitRate(), one.evictions(), one.cpu()));
            stack.queues().forEach(queue -> queue.deadLetters()
                    .ifPresent(dead -> add(dead.name(), dead.oldestAge())));
            stack.ruled().forEach(one -> add(one.on().name(), one.figure()));
        }

        private void add(String component, Figure... all) {
            for (Figure figure : all) {
                String metric = figure.metric().id();
                if (WantedMetrics.isAlwaysRead(metric, ruled)) {
                    figures.add(aged(METRIC + metric, component, figure.latest()));
                }
            }
        }
    }

    private static Aged aged(String noun, String component, Panel<?> panel) {
        return new Aged(noun, Optional.of(component), panel);
    }
}
