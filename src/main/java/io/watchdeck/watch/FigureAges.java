package io.watchdeck.watch;

import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Panel;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.StackFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How old the figures of a stack are. Only those count that are read all the time: limits, database facts and cost are
/// slow and have their own dates, as have metrics that are read only while somebody looks at them.
public final class FigureAges {

    private FigureAges() {}

    /// When the oldest figure was true; for a metric that is the end of its newest period. Empty before the first
    /// answer.
    public static Optional<Instant> oldest(StackSnapshot stack) {
        return Stream.of(polled(stack), metrics(stack)).flatMap(panels -> panels)
                .flatMap(panel -> panel.state().latestAsOf().stream()).min(Comparator.naturalOrder());
    }

    private static Stream<Panel<?>> polled(StackSnapshot stack) {
        return Stream.<Stream<Panel<?>>>of(
                stack.services().stream().flatMap(service -> Stream.of(service.state(), service.tasks())),
                stack.queues().stream().flatMap(queue -> Stream.concat(Stream.of(queue.state()),
                        queue.deadLetters().map(StackSnapshot.DeadLetters::state).stream())),
                stack.batchQueues().stream().map(StackSnapshot.BatchQueue::state),
                stack.pipes().stream().map(StackSnapshot.Pipe::state),
                stack.pipelines().stream().map(StackSnapshot.Pipeline::state),
                Stream.of(stack.alarms())).flatMap(panels -> panels);
    }

    private static Stream<Panel<?>> metrics(StackSnapshot stack) {
        Set<String> ruled = ruled(stack.file());
        return Stream.of(
                stack.services().stream().flatMap(service -> Stream.of(service.cpu(), service.memory())),
                stack.loadBalancers().stream().flatMap(balancer -> Stream.of(balancer.requests(), balancer.errors5xx(),
                        balancer.p50(), balancer.p95(), balancer.p99())),
                stack.loadBalancers().stream().flatMap(balancer -> balancer.targetGroups().stream())
                        .flatMap(group -> Stream.of(group.healthy(), group.unhealthy())),
                stack.databases().stream().flatMap(database -> Stream.of(database.connections(), database.cpu(),
                        database.freeStorage(), database.acu())),
                stack.caches().stream().flatMap(cache -> Stream.of(cache.hitRate(), cache.evictions(), cache.cpu())),
                stack.queues().stream().flatMap(queue -> queue.deadLetters().stream())
                        .map(StackSnapshot.DeadLetters::oldestAge))
                .flatMap(figures -> figures)
                .filter(figure -> WantedMetrics.isAlwaysRead(figure.metric().id(), ruled)).map(Figure::latest);
    }

    private static Set<String> ruled(StackFile stack) {
        return DefaultRules.effective(stack).stream().map(RuleSpec::metric).collect(Collectors.toSet());
    }
}
