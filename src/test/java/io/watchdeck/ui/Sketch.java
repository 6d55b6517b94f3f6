package io.watchdeck.ui;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Comparison;
import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Condition;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.MonthEnd;
import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.LimitSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/// Draws one stack's snapshot, part by part. What is not drawn is `NOT_KEPT`.
final class Sketch {

    static final Duration EVERY = Duration.ofSeconds(60);
    private static final MetricCatalogue METRICS = MetricCatalogue.standard();

    final StackFile file;
    final Instant now;
    final String account;
    final List<StackSnapshot.Service> services = new ArrayList<>();
    final List<StackSnapshot.LoadBalancer> loadBalancers = new ArrayList<>();
    final List<StackSnapshot.Database> databases = new ArrayList<>();
    final List<StackSnapshot.Cache> caches = new ArrayList<>();
    final List<StackSnapshot.Queue> queues = new ArrayList<>();
    final List<StackSnapshot.BatchQueue> batch = new ArrayList<>();
    final List<StackSnapshot.Pipe> pipes = new ArrayList<>();
    final List<StackSnapshot.Pipeline> pipelines = new ArrayList<>();
    final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Panel<List<TargetState>>> targets = new HashMap<>();
    final List<StackSnapshot.Gap> gaps = new ArrayList<>();
    Panel<CostReport> cost = missing(Failure.notKept());
    Panel<Identity> identity;
    Optional<Instant> since = Optional.empty();

    Sketch(StackFile file, Instant now, String account) {
        this.file = file;
        this.now = now;
        this.account = account;
        identity = ready(new Identity(account, "arn:aws:sts::" + account + ":assumed-role/WatchdeckOperator/sora"), 12);
    }

    <T> Panel<T> ready(T value, long secondsAgo) {
        return new Panel<>(new Loadable.Ready<>(value, now.minusSeconds(secondsAgo)), EVERY);
    }

    <T> Panel<T> stale(T value, long secondsAgo, Failure failure) {
        return new Panel<>(new Loadable.Stale<>(value, now.minusSeconds(secondsAgo), failure), EVERY);
    }

    <T> Panel<T> missing(Failure failure) {
        return new Panel<>(new Loadable.Failed<>(failure, now()), EVERY);
    }

    private Instant now() {
        return now;
    }

    Figure figure(String metric, Series series) {
        double last = series.last().orElseThrow().value();
        return new Figure(METRICS.get(metric), ready(last, 12), series);
    }

    Figure figure(String metric, double value) {
        return figure(metric, Waves.of(now, 60, 0.06, metric.hashCode(), _ -> value)
                .with(Series.of(List.of(new io.watchdeck.metrics.Sample(now.minusSeconds(60), value)))));
    }

    Figure figure(String metric, Panel<Double> latest, Series series) {
        return new Figure(METRICS.get(metric), latest, series);
    }

    Figure notKept(String metric) {
        return new Figure(METRICS.get(metric), missing(Failure.notKept()), Series.empty());
    }

    Figure missing(String metric, Failure failure) {
        return new Figure(METRICS.get(metric), missing(failure), Series.empty());
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + file.access().region() + ":" + account + ":" + resource;
    }

    ServiceSpec spec(String name) {
        return file.components().services().stream().filter(spec -> spec.name().equals(name)).findFirst().orElseThrow();
    }

    Sketch service(String name, int desired, int running, int spot, double cpu, double memory) {
        var primary = deployment(name, 12, "PRIMARY", desired, running, "COMPLETED", 60 * 60 * 30);
        return service(name, desired, running, spot, List.of(primary), List.of(), List.of(),
                figure("service.cpu", cpu), figure("service.memory", memory));
    }

    Sketch service(String name, int desired, int running, int spot, List<Deployment> deployments,
            List<TaskState> more, List<ServiceState.ServiceEvent> events, Figure cpu, Figure memory) {
        ServiceSpec spec = spec(name);
        var tasks = new ArrayList<TaskState>();
        for (int index = 0; index < running; index++) {
            tasks.add(task(name, "%08xe2".formatted(0x8c41f0 + index * 77_113), index < spot, "abc".charAt(index % 3)));
        }
        tasks.addAll(more);
        var strategy = spot > 0 ? List.of(new ServiceState.CapacityShare("FARGATE_SPOT", 90, 0),
                new ServiceState.CapacityShare("FARGATE", 10, 0)) : List.<ServiceState.CapacityShare>of();
        var state = new ServiceState(name, arn("ecs", "service/" + file.cluster() + "/" + name), "ACTIVE", desired,
                running, 0, strategy, strategy.isEmpty() ? "FARGATE" : "",
                arn("ecs", "task-definition/" + deployments.getFirst().revision()), targetGroup(services.size()),
                deployments, events);
        Panel<ScalingRange> scaling = spec.scaling()
                .map(range -> ready(new ScalingRange(name, range.min(), range.max(), List.of("CPU 70%")), 12))
                .orElseGet(() -> missing(Failure.absent()));
        services.add(new StackSnapshot.Service(spec, ready(state, 12), ready(tasks, 12), scaling, cpu, memory));
        return this;
    }

    /// The first service has the first target group of the file, and so on.
    private List<String> targetGroup(int service) {
        return file.components().loadBalancers().stream().flatMap(balancer -> balancer.targetGroups().stream())
                .skip(service).limit(1).toList();
    }

    /// A target of the port 3000 in zone a.
    static TargetState target(String id, String state, String reason, String description) {
        return new TargetState(id, OptionalInt.of(3000), "ap-northeast-2a", state, reason, description);
    }

    /// What is said of a target group instead of targets that are all healthy. Before the load balancer is drawn.
    Sketch targets(String group, Panel<List<TargetState>> told) {
        targets.put(group, told);
        return this;
    }

    private List<TargetState> healthy(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> target("10.0.1." + number, "healthy", "", ""))
                .toList();
    }

    Deployment deployment(String service, int revision, String status, int desired, int running, String rollout,
            long startedSecondsAgo) {
        return new Deployment("ecs-svc/" + revision, status, arn("ecs", "task-definition/" + service + ":" + revision),
                desired, running, 0, 0, rollout, rollout.equals("IN_PROGRESS") ? "ECS deployment in progress." : "",
                now.minusSeconds(startedSecondsAgo), now.minusSeconds(30));
    }

    TaskState task(String service, String id, boolean spot, char zone) {
        return new TaskState(arn("ecs", "task/" + file.cluster() + "/" + id), service,
                arn("ecs", "task-definition/" + service + ":12"), "RUNNING", "RUNNING",
                spot ? "FARGATE_SPOT" : "FARGATE", file.access().region().code() + zone, "HEALTHY",
                Optional.of(now.minusSeconds(1000)), Optional.of(now.minusSeconds(960)), Optional.empty(),
                Optional.empty(), "", "",
                List.of());
    }

    TaskState stopped(String service, String id, char zone, long secondsAgo, String code, String reason,
            OptionalInt exit, String container) {
        return new TaskState(arn("ecs", "task/" + file.cluster() + "/" + id), service,
                arn("ecs", "task-definition/" + service + ":88"), "STOPPED", "STOPPED", "FARGATE",
                file.access().region().code() + zone, "UNKNOWN", Optional.of(now.minusSeconds(secondsAgo + 600)),
                Optional.of(now.minusSeconds(secondsAgo + 560)), Optional.of(now.minusSeconds(secondsAgo + 20)),
                Optional.of(now.minusSeconds(secondsAgo)), code,
                reason, List.of(new TaskState.ContainerState(service, "STOPPED", exit, container)));
    }

    Sketch loadBalancer(Series requests, Series errors, double p95, int healthy) {
        var spec = file.components().loadBalancers().getFirst();
        var groups = spec.targetGroups().stream().map(name -> new StackSnapshot.TargetGroup(name,
                figure("tg.healthy", healthy), figure("tg.unhealthy", 0),
                targets.getOrDefault(name, ready(healthy(healthy), 12)))).toList();
        loadBalancers.add(new StackSnapshot.LoadBalancer(spec, figure("lb.requests", requests),
                figure("lb.5xx", errors), figure("lb.target5xx", errors), figure("lb.elb5xx", 0),
                figure("lb.p50", p95 / 4), figure("lb.p95", p95), figure("lb.p99", p95 * 2), groups));
        return this;
    }

    Sketch database(Figure connections, OptionalInt max, LimitSource from,
            Optional<StackSnapshot.PoolRoom> room) {
        var spec = file.components().databases().getFirst();
        var facts = new DatabaseFacts(spec.id(), spec.engine(), "15.4", "db.t3.medium", "available", true,
                OptionalLong.of(20L << 30), new ConnectionLimit(max, from, false, Optional.empty()),
                OptionalDouble.empty());
        databases.add(new StackSnapshot.Database(spec, ready(facts, 12), connections, figure("db.cpu", 38),
                figure("db.freeStorage", 11.5 * (1L << 30)), notKept("db.acu"), max, from, OptionalInt.empty(),
                OptionalDouble.empty(), room));
        return this;
    }

    Sketch cache(Figure hitRate) {
        caches.add(new StackSnapshot.Cache(file.components().caches().getFirst(), hitRate,
                figure("cache.evictions", 0), figure("cache.cpu", 22)));
        return this;
    }

    Sketch queue(long visible, Optional<Long> deadLetters, Optional<Duration> expiresIn) {
        return queue(visible, deadLetters, 0, expiresIn);
    }

    /// @param hidden dead letters by a look, beside the others
    Sketch queue(long visible, Optional<Long> deadLetters, long hidden, Optional<Duration> expiresIn) {
        var spec = file.components().queues().getFirst();
        String dlq = spec.deadLetterQueue().orElse(spec.name() + "-dlq");
        var policy = deadLetters.map(_ -> new QueueState.RedrivePolicy(arn("sqs", dlq), 3));
        var state = queueState(spec.name(), visible, 2, policy);
        var dead = deadLetters.map(count -> new StackSnapshot.DeadLetters(dlq,
                ready(queueState(dlq, count, hidden, Optional.empty()), 12),
                figure("queue.oldestAge", 13 * 86_400 + 7_200), expiresIn, true));
        queues.add(new StackSnapshot.Queue(spec, ready(state, 12), dead));
        return this;
    }

    private QueueState queueState(String name, long visible, long inFlight, Optional<QueueState.RedrivePolicy> policy) {
        return new QueueState(name, arn("sqs", name), visible, inFlight, 0, Duration.ofDays(14),
                Duration.ofSeconds(900),
                false, policy);
    }

    Sketch batch(int running, int runnable, int failed) {
        var jobs = new ArrayList<BatchQueueState.FailedJob>();
        for (int index = 0; index < failed; index++) {
            jobs.add(new BatchQueueState.FailedJob("job-" + index, "analysis-job-" + index,
                    now.minus(Duration.ofHours(index + 1)), "Essential container in task exited"));
        }
        String name = file.components().batchQueues().getFirst();
        batch.add(new StackSnapshot.BatchQueue(name, ready(new BatchQueueState(name,
                new BatchQueueState.Health("ENABLED", "VALID", "JobQueue Healthy"),
                Map.of("RUNNING", running, "RUNNABLE", runnable, "SUCCEEDED", 120, "FAILED", failed), Set.of(),
                jobs), 12)));
        for (String pipe : file.components().pipes()) {
            pipe(pipe);
        }
        file.components().queues().forEach(spec -> spec.pipe().ifPresent(this::pipe));
        return this;
    }

    private void pipe(String name) {
        if (pipes.stream().noneMatch(known -> known.name().equals(name))) {
            pipes.add(new StackSnapshot.Pipe(name, ready(new PipeState(name, "RUNNING", "", "", ""), 12)));
        }
    }

    Sketch pipeline(String name, PipelineState.Stage... stages) {
        pipelines.add(new StackSnapshot.Pipeline(name, ready(new PipelineState(name, List.of(stages)), 14)));
        return this;
    }

    Sketch cost(String monthToDate, String forecast) {
        cost = new Panel<>(new Loadable.Ready<>(new CostReport(LocalDate.of(2026, 9, 21), Money.usd(monthToDate),
                Optional.of(new MonthEnd(Money.usd(forecast), Money.usd(forecast), Money.usd(forecast))), Map.of(),
                List.of()), now.minus(Duration.ofHours(5))), Duration.ofDays(1));
        return this;
    }

    Sketch alarm(String name, ComponentKind kind, String on, String metric, Severity severity, Double value,
            Double threshold, long minutesAgo, Phrase sentence) {
        conditions.add(new Condition(name, Condition.Source.RULE, new ComponentId(kind, on), Optional.of(metric),
                severity, Condition.State.ALARM, OptionalDouble.of(value), OptionalDouble.of(threshold),
                compared(value > threshold),
                Optional.of(now.minusSeconds(minutesAgo * 60)), sentence));
        return this;
    }

    Sketch fine(String name, ComponentKind kind, String on, String metric, Severity severity, double value,
            double threshold, Condition.Source source) {
        conditions.add(new Condition(name, source, new ComponentId(kind, on), Optional.of(metric), severity,
                Condition.State.OK, OptionalDouble.of(value), OptionalDouble.of(threshold),
                compared(value <= threshold),
                Optional.of(now.minusSeconds(8 * 3600)),
                Phrase.of("condition.limit", name, value, threshold)));
        return this;
    }

    private static Optional<Comparison> compared(boolean above) {
        return Optional.of(new Comparison(above ? Relation.ABOVE : Relation.BELOW, "Average", Duration.ofMinutes(5)));
    }

    Sketch gap(String path, Failure failure, boolean decides) {
        gaps.add(new StackSnapshot.Gap(path, failure, Optional.empty(), Optional.empty(), decides));
        return this;
    }

    StackSnapshot done() {
        List<Condition> open = conditions.stream().filter(one -> one.state() == Condition.State.ALARM)
                .sorted(Comparator.comparing(Condition::severity).reversed()).toList();
        Severity worst = open.stream().map(Condition::severity).reduce(Severity.FINE, Severity::worse);
        Phrase headline = open.isEmpty() ? Phrase.of("verdict.fine") : open.getFirst().sentence();
        Optional<Phrase> second = open.size() > 1 ? Optional.of(open.get(1).sentence()) : Optional.empty();
        Optional<Instant> from = since.or(() -> open.stream().filter(one -> one.severity() == worst)
                .flatMap(one -> one.since().stream()).min(Comparator.naturalOrder()));
        return done(new Verdict(worst, headline, second, from, open, Optional.empty()));
    }

    StackSnapshot done(Verdict verdict) {
        Panel<List<CloudAlarm>> alarms = ready(List.of(), 12);
        return new StackSnapshot(file, now, identity, services, loadBalancers, databases, caches, queues, batch, pipes,
                pipelines, cost, new Panel<>(new Loadable.Loading<>(), Duration.ofDays(1)), alarms, conditions, verdict,
                gaps, List.of());
    }
}
