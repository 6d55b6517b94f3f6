package io.watchdeck.ui;

import io.watchdeck.data.LimitSource;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Stacks of which nothing is known: asked for the first time, or failing.
final class Blank {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final MetricCatalogue METRICS = MetricCatalogue.standard();

    private final Loadable<?> state;

    private Blank(Loadable<?> state) {
        this.state = state;
    }

    static StackSnapshot asking(StackFile file, Instant now) {
        return new Blank(Loadable.loading()).stack(file, now, new Verdict(Severity.UNKNOWN,
                Phrase.of("verdict.asking"), Optional.empty(), Optional.empty(), List.of(), Optional.empty()),
                List.of());
    }

    static StackSnapshot failing(StackFile file, Instant now, Failure failure) {
        String path = "services[" + file.components().services().getFirst().name() + "]";
        return new Blank(new Loadable.Failed<>(failure, now)).stack(file, now, new Verdict(Severity.UNKNOWN,
                Phrase.of("verdict.gap", path, failure.sentence()), Optional.empty(), Optional.empty(), List.of(),
                Optional.empty()),
                List.of(new StackSnapshot.Gap(path, failure, Optional.empty(), Optional.empty(), true)));
    }

    /// Everything known, but of long ago.
    static StackSnapshot aged(StackSnapshot fresh, Duration by, Failure failure) {
        Instant asOf = fresh.asOf().minus(by);
        var services = fresh.services().stream().map(service -> new StackSnapshot.Service(service.spec(),
                old(service.state(), asOf, failure), old(service.tasks(), asOf, failure), service.scaling(),
                old(service.cpu(), asOf, failure), old(service.memory(), asOf, failure))).toList();
        var loadBalancers = fresh.loadBalancers().stream().map(lb -> new StackSnapshot.LoadBalancer(lb.spec(),
                old(lb.requests(), asOf, failure), old(lb.errors5xx(), asOf, failure),
                old(lb.target5xx(), asOf, failure), old(lb.elb5xx(), asOf, failure), old(lb.p50(), asOf, failure),
                old(lb.p95(), asOf, failure), old(lb.p99(), asOf, failure), lb.targetGroups())).toList();
        var databases = fresh.databases().stream().map(db -> new StackSnapshot.Database(db.spec(), db.facts(),
                old(db.connections(), asOf, failure), old(db.cpu(), asOf, failure),
                old(db.freeStorage(), asOf, failure),
                db.acu(), db.maxConnections(), db.connectionsFrom(), db.disagreement(), db.maxAcu(), db.room()))
                .toList();
        var verdict = new Verdict(Severity.UNKNOWN, Phrase.of("verdict.gap", "services", failure.sentence()),
                Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        return new StackSnapshot(fresh.file(), fresh.asOf(), fresh.identity(), services, loadBalancers, databases,
                fresh.caches(), fresh.queues(), fresh.batchQueues(), fresh.pipes(), fresh.pipelines(), fresh.cost(),
                fresh.budgets(),
                fresh.alarms(), List.of(), verdict, List.of(new StackSnapshot.Gap("services", failure,
                        Optional.of("5/5"), Optional.of(asOf), true)),
                List.of());
    }

    private static <T> Panel<T> old(Panel<T> panel, Instant asOf, Failure failure) {
        return panel.state().latest().map(value -> new Panel<>(
                (Loadable<T>) new Loadable.Stale<>(value, asOf, failure), panel.every())).orElse(panel);
    }

    private static Figure old(Figure figure, Instant asOf, Failure failure) {
        return new Figure(figure.metric(), old(figure.latest(), asOf, failure),
                figure.recent().between(Instant.EPOCH, asOf));
    }

    private StackSnapshot stack(StackFile file, Instant now, Verdict verdict, List<StackSnapshot.Gap> gaps) {
        var parts = file.components();
        return new StackSnapshot(file, now, panel(),
                parts.services().stream().map(spec -> new StackSnapshot.Service(spec, panel(), panel(), panel(),
                        figure("service.cpu"), figure("service.memory"))).toList(),
                parts.loadBalancers().stream().map(spec -> new StackSnapshot.LoadBalancer(spec, figure("lb.requests"),
                        figure("lb.5xx"), figure("lb.target5xx"), figure("lb.elb5xx"), figure("lb.p50"),
                        figure("lb.p95"), figure("lb.p99"), List.of())).toList(),
                parts.databases().stream().map(spec -> new StackSnapshot.Database(spec, panel(),
                        figure("db.connections"), figure("db.cpu"), figure("db.freeStorage"), figure("db.acu"),
                        spec.maxConnections(), LimitSource.STACK_FILE, OptionalInt.empty(),
                        OptionalDouble.empty(), Optional.empty())).toList(),
                parts.caches().stream().map(spec -> new StackSnapshot.Cache(spec, figure("cache.hitRate"),
                        figure("cache.evictions"), figure("cache.cpu"))).toList(),
                parts.queues().stream().map(spec -> new StackSnapshot.Queue(spec, panel(), Optional.empty())).toList(),
                parts.batchQueues().stream().map(name -> new StackSnapshot.BatchQueue(name, panel())).toList(),
                parts.pipes().stream().map(name -> new StackSnapshot.Pipe(name, panel())).toList(),
                parts.pipelines().stream().map(name -> new StackSnapshot.Pipeline(name, panel())).toList(),
                panel(), panel(), panel(), List.of(), verdict, gaps, List.of());
    }

    @SuppressWarnings("unchecked")
    private <T> Panel<T> panel() {
        return new Panel<>((Loadable<T>) state, EVERY);
    }

    private Figure figure(String metric) {
        return new Figure(METRICS.get(metric), panel(), Series.empty());
    }
}
