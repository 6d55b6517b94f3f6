package io.watchdeck.watch;

import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.StackFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// Every figure that counts.
    public static List<Aged> of(StackSnapshot stack) {
        return Stream.concat(polled(stack), metrics(stack)).toList();
    }

    /// The figure that is the oldest; empty before the first answer.
    public static Optional<Aged> oldest(StackSnapshot stack) {
        return oldest(of(stack));
    }

    /// The oldest of some figures; empty where none has been answered.
    public static Optional<Aged> oldest(List<Aged> figures) {
        return figures.stream().filter(one -> one.asOf().isPresent())
                .min(Comparator.comparing(one -> one.asOf().orElseThrow()));
    }

    private static Stream<Aged> polled(StackSnapshot stack) {
        return Stream.<Stream<Aged>>of(
                stack.services().stream().flatMap(one -> Stream.of(aged("gap.services", one.spec().name(), one.state()),
                        aged("gap.tasks", one.spec().name(), one.tasks()))),
                stack.queues().stream().flatMap(one -> Stream.concat(
                        Stream.of(aged("gap.queues", one.spec().name(), one.state())), one.deadLetters().stream()
                                .map(dead -> aged("gap.dlq", one.spec().name(), dead.state())))),
                stack.batchQueues().stream().map(one -> aged("gap.batch", one.name(), one.state())),
                stack.pipes().stream().map(one -> aged("gap.pipes", one.name(), one.state())),
                stack.pipelines().stream().map(one -> aged("gap.pipelines", one.name(), one.state())),
                Stream.of(new Aged("gap.alarms", Optional.empty(), stack.alarms()))).flatMap(figures -> figures);
    }

    private static Stream<Aged> metrics(StackSnapshot stack) {
        Set<String> ruled = ruled(stack.file());
        return Stream.<Stream<Aged>>of(
                stack.services().stream().flatMap(one -> aged(one.spec().name(), one.cpu(), one.memory())),
                stack.loadBalancers().stream().flatMap(one -> aged(one.spec().name(), one.requests(), one.errors5xx(),
                        one.p50(), one.p95(), one.p99())),
                stack.loadBalancers().stream().flatMap(balancer -> balancer.targetGroups().stream())
                        .flatMap(one -> aged(one.name(), one.healthy(), one.unhealthy())),
                stack.databases().stream().flatMap(one -> aged(one.spec().id(), one.connections(), one.cpu(),
                        one.spec().kind() == DatabaseSpec.Kind.CLUSTER ? one.acu() : one.freeStorage())),
                stack.caches().stream()
                        .flatMap(one -> aged(one.spec().id(), one.hitRate(), one.evictions(), one.cpu())),
                stack.queues().stream().flatMap(queue -> queue.deadLetters().stream())
                        .flatMap(dead -> aged(dead.name(), dead.oldestAge())))
                .flatMap(figures -> figures)
                .filter(one -> WantedMetrics.isAlwaysRead(one.noun().substring(METRIC.length()), ruled));
    }

    private static Aged aged(String noun, String component, Panel<?> panel) {
        return new Aged(noun, Optional.of(component), panel);
    }

    private static Stream<Aged> aged(String component, Figure... figures) {
        return Stream.of(figures).map(figure -> aged(METRIC + figure.metric().id(), component, figure.latest()));
    }

    private static Set<String> ruled(StackFile stack) {
        return DefaultRules.effective(stack).stream().map(RuleSpec::metric).collect(Collectors.toSet());
    }
}
