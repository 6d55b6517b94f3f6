package io.watchdeck.ui;

import static io.watchdeck.model.ComponentKind.BATCH_QUEUE;
import static io.watchdeck.model.ComponentKind.CACHE;
import static io.watchdeck.model.ComponentKind.DATABASE;
import static io.watchdeck.model.ComponentKind.LOAD_BALANCER;
import static io.watchdeck.model.ComponentKind.PIPELINE;
import static io.watchdeck.model.ComponentKind.QUEUE;
import static io.watchdeck.model.ComponentKind.SERVICE;
import static io.watchdeck.model.ComponentKind.STACK;
import static io.watchdeck.model.Severity.CRITICAL;
import static io.watchdeck.model.Severity.NOTICE;
import static io.watchdeck.model.Severity.WARNING;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.data.LimitSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.KnownMetric;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.yaml.FileProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// The mockups' moment, Tue 22 Sep 2026 13:42 KST, over the six shipped stack files: every state that a screen can show.
public final class Snapshots {

    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    public static final Instant NOW = Instant.parse("2026-09-22T04:42:12Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZONE);

    private static final ShippedStacks FILES = new ShippedStacks(new StackReader(MetricCatalogue.standard().all()
            .stream().map(metric -> new KnownMetric(metric.id(), metric.kind(), metric.unit() == Unit.PERCENT))
            .toList()));

    private Snapshots() {}

    public static WatchSnapshot moment() {
        return of(List.of(sesami(), tiketi(), bowwow(), codemateDev(), codemateProd(), glimpse()));
    }

    public static WatchSnapshot of(List<StackSnapshot> stacks) {
        Severity worst =
                stacks.stream().map(stack -> stack.verdict().severity()).reduce(Severity.FINE, Severity::worse);
        var counts = new EnumMap<Severity, Integer>(Severity.class);
        stacks.forEach(stack -> counts.merge(stack.verdict().severity(), 1, Integer::sum));
        Phrase headline = switch (worst) {
            case CRITICAL -> Phrase.of("overall.one", stacks.getFirst().file().name() + " prod");
            case WARNING -> Phrase.of("overall.warning", stacks.getFirst().file().name());
            case UNKNOWN -> Phrase.of("overall.unknown", stacks.isEmpty() ? "" : stacks.getFirst().file().name());
            case NOTICE -> Phrase.of("overall.notice");
            case FINE -> Phrase.of(stacks.isEmpty() ? "overall.none" : "overall.fine");
        };
        Optional<Phrase> second = stacks.isEmpty() ? Optional.empty() : Optional.of(Phrase.of("overall.reason",
                stacks.getFirst().file().name(), stacks.getFirst().verdict().headline()));
        return new WatchSnapshot(NOW.minusSeconds(12), stacks, worst, headline, second,
                Phrase.of("completeness.denied", Phrase.of("completeness.oldest",
                        Phrase.of("completeness.all", stacks.size()), Duration.ofMinutes(4), "BowWow prod",
                        "Aurora"),
                        "CodeMate dev rds:DescribeDBInstances"),
                counts, MeterMoments.usual(),
                List.of(), false, Optional.of(NOW.minusSeconds(12)), Optional.of(NOW.plusSeconds(48)),
                Duration.ofSeconds(60), false, Optional.empty(), List.of(), List.of());
    }

    /// More stacks than have room for tall rows.
    public static WatchSnapshot many() {
        var stacks = new ArrayList<StackSnapshot>();
        for (int round = 0; round < 3; round++) {
            for (StackSnapshot stack : moment().stacks()) {
                stacks.add(renamed(stack, stack.file().id().value() + (round == 0 ? "" : "-" + round)));
            }
        }
        return of(stacks);
    }

    static StackSnapshot renamed(StackSnapshot stack, String id) {
        StackFile old = stack.file();
        var file = new StackFile(new io.watchdeck.model.StackId(id), old.name(), old.environment(), old.access(),
                old.account(), old.cluster(), old.components(), old.plan(), old.costFilter(), old.rules(),
                old.alarmSeverities(), old.contradictions(), old.readOnly());
        return new StackSnapshot(file, stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(),
                stack.gaps(), stack.occurrences());
    }

    /// The same with what has become of the troubles of one stack, which says no more than the snapshot's list.
    public static WatchSnapshot with(WatchSnapshot base, StackSnapshot of, List<Occurrence> live) {
        return new WatchSnapshot(base.asOf(), base.stacks().stream().map(stack -> stack == of ? with(stack, live)
                : stack).toList(), base.severity(), base.headline(), base.second(), base.completeness(), base.counts(),
                base.meter(), base.problems(), base.refreshing(), base.lastRead(), base.nextRead(), base.every(),
                base.sandbox(), base.inspected(), base.notices(), base.resolved());
    }

    private static StackSnapshot with(StackSnapshot stack, List<Occurrence> live) {
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(),
                stack.gaps(), live);
    }

    public static WatchSnapshot sandbox() {
        WatchSnapshot base = moment();
        return new WatchSnapshot(base.asOf(), base.stacks(), base.severity(), base.headline(), base.second(),
                base.completeness(), base.counts(), base.meter(), List.of(new FileProblem("shop.yaml", 12, 5,
                        "Unknown key 'servces'.", "Did you mean 'services'?")),
                true, base.lastRead(), base.nextRead(),
                base.every(), true, Optional.empty(), List.of(), List.of());
    }

    /// The moment with stack files that are wrong.
    public static WatchSnapshot wrong(FileProblem... problems) {
        WatchSnapshot base = moment();
        return new WatchSnapshot(base.asOf(), base.stacks(), base.severity(), base.headline(), base.second(),
                base.completeness(), base.counts(), base.meter(), List.of(problems), base.refreshing(),
                base.lastRead(), base.nextRead(), base.every(), base.sandbox(), base.inspected(), base.notices(),
                base.resolved());
    }

    /// Two have answered, four are asked for the first time.
    public static WatchSnapshot loading() {
        var stacks = new ArrayList<StackSnapshot>();
        stacks.add(Blank.asking(file("sesami-prod"), NOW));
        stacks.add(tiketi());
        for (String name : List.of("bowwow-prod", "codemate-dev", "codemate-prod")) {
            stacks.add(Blank.asking(file(name), NOW));
        }
        stacks.add(glimpse());
        WatchSnapshot base = of(stacks);
        return new WatchSnapshot(base.asOf(), stacks, Severity.UNKNOWN, Phrase.of("overall.asking"), Optional.empty(),
                Phrase.of("completeness.some", 2, 6), base.counts(), base.meter(), List.of(), true, Optional.empty(),
                Optional.empty(), base.every(), false, Optional.empty(), List.of(), List.of());
    }

    /// Nothing can be read of any stack, each for another reason.
    public static WatchSnapshot failing() {
        return of(List.of(
                Blank.failing(file("sesami-prod"), NOW, Failure.throttled("cloudwatch:GetMetricData")
                        .withRetryAt(NOW.plusSeconds(120))),
                Blank.failing(file("tiketi-prod"), NOW, Failure.expired("tiketi")),
                Blank.failing(file("bowwow-prod"), NOW, Failure.unreachable("ecs.us-east-1.amazonaws.com")),
                Blank.failing(file("codemate-dev"), NOW, Failure.denied("ecs:DescribeServices")),
                Blank.failing(file("codemate-prod"), NOW, Failure.wrongAccount("111111111111", "222222222222")),
                Blank.failing(file("glimpse-prod"), NOW, Failure.notFound("service glimpse-api", "glimpse-prod"))));
    }

    /// Nobody ever answered for this reason, not even who we are.
    public static WatchSnapshot never(Failure failure) {
        return of(List.of(Blank.failing(file("tiketi-prod"), NOW, failure)));
    }

    /// Everything of Tiketi is old, and its credentials are not taken for a reason of which words know the key.
    public static StackSnapshot tiketiWithoutCredentials(String key) {
        return Blank.aged(tiketi(), Duration.ofMinutes(9), new Failure(Failure.Kind.EXPIRED, Phrase.of(key),
                Optional.empty(), Optional.empty(), ""));
    }

    /// Everything of Tiketi is old and its sign-in has expired.
    /// Sesami, of which nothing new is read because its credentials are not taken.
    public static StackSnapshot sesamiWithoutCredentials(String key) {
        return Blank.aged(sesami(), Duration.ofMinutes(9), new Failure(Failure.Kind.EXPIRED, Phrase.of(key, "default"),
                Optional.empty(), Optional.empty(), ""));
    }

    /// The same a minute later, when nobody answers any more.
    public static StackSnapshot unanswered(StackSnapshot stack, Failure failure) {
        return Blank.aged(stack, Duration.ofMinutes(1), failure);
    }

    public static StackSnapshot expiredTiketi() {
        return Blank.aged(tiketi(), Duration.ofMinutes(9), Failure.expired("tiketi"));
    }

    public static StackFile file(String name) {
        return FILES.get(name);
    }

    public static StackSnapshot sesami() {
        return new Sketch(file("sesami-prod"), NOW, "333344445555")
                .service("sesami-backend", 2, 2, 0, 31, 44)
                .loadBalancer(Waves.of(NOW, 60, 0.06, 1, x -> 45 - 8 * Math.sin(x * 6)),
                        Waves.of(NOW, 60, 0, 1, _ -> 0), 0.09, 2)
                .database(sketchFigure("sesami-prod", "db.connections", 14), OptionalInt.of(87), LimitSource.ESTIMATE,
                        Optional.empty())
                .queue(4, Optional.of(27L), Optional.of(Duration.ofHours(22))).batch(14, 3, 3)
                .cost("129.40", "183")
                .alarm("Dead letters near destruction", QUEUE, "sesami-analysis-jobs", "queue.deadLetterHoursLeft",
                        CRITICAL, 22.0, 24.0, 120,
                        Phrase.of("condition.deadLetterHoursLeft", Duration.ofHours(22)))
                .alarm("Dead letters", QUEUE, "sesami-analysis-jobs", "queue.deadLetters", WARNING, 27.0, 0.0, 121,
                        Phrase.of("condition.deadLetters", 27))
                .alarm("Failed Batch jobs", BATCH_QUEUE, "sesami-job-queue", "batch.failed24h", WARNING, 3.0, 0.0, 217,
                        Phrase.of("condition.batchFailed", 3))
                .done();
    }

    /// All dead letters are hidden by a look.
    public static StackSnapshot hiddenLetters() {
        return new Sketch(file("sesami-prod"), NOW, "333344445555").queue(4, Optional.of(0L), 5, Optional.empty())
                .done();
    }

    /// Two rules of ours and an alarm of CloudWatch tell of the same dead letters.
    public static StackSnapshot twiceTold() {
        var within = Phrase.of("condition.deadLetterHoursLeft", Duration.ofHours(22));
        return new Sketch(file("sesami-prod"), NOW, "333344445555")
                .alarm("dead-letters-destroyed-now", QUEUE, "sesami-analysis-jobs", "queue.deadLetterHoursLeft",
                        CRITICAL, 22.0, 24.0, 120, within)
                .alarm("dead-letters-destroyed-soon", QUEUE, "sesami-analysis-jobs", "queue.deadLetterHoursLeft",
                        WARNING, 22.0, 72.0, 60, within)
                .alarm("dead-letters", QUEUE, "sesami-analysis-jobs", "queue.deadLetters", WARNING, 27.0, 0.0, 30,
                        Phrase.of("condition.deadLetters", 27))
                .done();
    }

    public static StackSnapshot tiketi() {
        var sketch = new Sketch(file("tiketi-prod"), NOW, "210987654321");
        Instant from = Instant.parse("2026-09-22T02:36:00Z");
        Instant to = Instant.parse("2026-09-22T02:49:00Z");
        UnaryOperator<Series> gap = series -> Waves.without(series, from, to);
        String name = "tiketi-backend-service";
        var deployments = List.of(sketch.deployment(name, 88, "PRIMARY", 5, 5, "IN_PROGRESS", 18 * 60),
                sketch.deployment(name, 87, "ACTIVE", 0, 4, "COMPLETED", 160 * 60));
        var stopped = List.of(
                sketch.stopped(name, "77b0c1d4aa", 'b', 16 * 60, "EssentialContainerExited",
                        "Essential container in task exited", OptionalInt.of(137),
                        "OutOfMemoryError: container killed due to memory usage"),
                sketch.stopped(name, "3fd2b896bb", 'c', 11 * 60, "TaskFailedToStart",
                        "Task failed ELB health checks in (target-group tiketi-backend-tg) (503)",
                        OptionalInt.empty(), ""),
                sketch.stopped(name, "51ac90fecc", 'a', 155 * 60, "ServiceSchedulerInitiated",
                        "Scaling activity initiated by deployment ecs-svc/88", OptionalInt.of(0), ""));
        var events = List.of(event(124, "(service tiketi-backend-service) deregistered 1 targets in tiketi-backend-tg"),
                event(197, "(service tiketi-backend-service) has started 1 tasks: (task 8c41f0e2)."),
                event(668, "(service tiketi-backend-service) (task 3fd2b896) failed health checks, codes [503]"),
                event(931, "(service tiketi-backend-service) (task 77b0c1d4) stopped: OutOfMemoryError"),
                event(1090, "(service tiketi-backend-service) (deployment 88) deployment in progress."));
        Series errors = gap.apply(Waves.of(NOW, 180, 1.6, 3, x -> x > 0.915 ? 3 + 18 * Math.sin((x - 0.915) * 30)
                : x > 0.13 && x < 0.17 ? 3 : 1.1));
        Series connections = gap.apply(Waves.of(NOW, 180, 0.03, 4, x -> x > 0.9 ? 92 - 40 * Math.exp(-(x - 0.9) * 60)
                : 46 + (x > 0.12 && x < 0.17 ? 24 * Math.sin((x - 0.12) * 62) : 0)));
        return sketch.service(name, 5, 5, 0, deployments, stopped, events,
                sketch.figure("service.cpu", Waves.of(NOW, 180, 0.05, 8, x -> 55 + 29 * x)),
                sketch.figure("service.memory", Waves.of(NOW, 180, 0.04, 9, x -> 62 + 9 * x)))
                .targets("tiketi-backend-tg", sketch.ready(List.of(
                        Sketch.target("10.0.1.5", "healthy", "", ""),
                        Sketch.target("10.0.1.8", "healthy", "", ""),
                        Sketch.target("10.0.2.9", "healthy", "", ""),
                        Sketch.target("10.0.2.31", "healthy", "", ""),
                        Sketch.target("10.0.3.6", "healthy", "", ""),
                        Sketch.target("10.0.3.4", "draining", "Target.DeregistrationInProgress",
                                "Target deregistration is in progress"),
                        Sketch.target("10.0.3.77", "unhealthy", "Target.ResponseCodeMismatch",
                                "Health checks failed with these codes: [503]")),
                        12))
                .loadBalancer(gap.apply(Waves.of(NOW, 180, 0.05, 2, x -> 900 + 950 * x * x)), errors, 0.412, 5)
                .database(sketch.figure("db.connections", connections), OptionalInt.of(100), LimitSource.STACK_FILE,
                        Optional.of(pools(10, 9, 90)))
                .cache(sketch.figure("cache.hitRate", Waves.of(NOW, 180, 0.02, 5, x -> 92 - 16 * x)))
                .cost("262.10", "371")
                .alarm("ALB 5xx", LOAD_BALANCER, "tiketi-alb-prod", "lb.5xx", CRITICAL, 14.0, 10.0, 15,
                        Phrase.of("condition.limit", "ALB 5xx", "14/min", "10"))
                .alarm("RDS connections", DATABASE, "tiketi-db", "db.connections", CRITICAL, 92.0, 90.0, 13,
                        Phrase.of("condition.limit", "RDS connections", "92", "90"))
                .alarm("Cache hit rate", CACHE, "tiketi-redis", "cache.hitRate", WARNING, 76.0, 80.0, 36,
                        Phrase.of("condition.limit", "Cache hit rate", "76%", "80%"))
                .alarm("ECS CPU warning", SERVICE, name, "service.cpu", WARNING, 84.0, 70.0, 42,
                        Phrase.of("condition.limit", "ECS CPU", "84%", "70%"))
                .fine("ECS CPU critical", SERVICE, name, "service.cpu", CRITICAL, 84, 90, Condition.Source.RULE)
                .fine("RDS free storage", DATABASE, "tiketi-db", "db.freeStorage", WARNING, 11.5 * (1L << 30),
                        4.0 * (1L << 30), Condition.Source.RULE)
                .fine("tiketi-p95", LOAD_BALANCER, "tiketi-alb-prod", "lb.p95", WARNING, 0.412, 0.5,
                        Condition.Source.CLOUDWATCH)
                .done();
    }

    public static StackSnapshot bowwow() {
        var sketch = new Sketch(file("bowwow-prod"), NOW, "444455556666");
        for (String name : List.of("gateway", "user-service", "location-service", "signal-service",
                "analytics-service")) {
            sketch.service("bowwow-" + name, 3, 3, 2, 41, 52);
        }
        sketch.service("bowwow-push-service", 3, 2, 1, 66, 58);
        var acu = sketch.figure("db.acu", sketch.ready(2.5, 245), Waves.of(NOW, 56, 0.1, 6, _ -> 2.5));
        sketch.databases.add(new StackSnapshot.Database(sketch.file.components().databases().getFirst(),
                sketch.missing(Failure.notKept()), sketch.figure("db.connections", 61), sketch.figure("db.cpu", 30),
                sketch.notKept("db.freeStorage"), acu, OptionalInt.empty(), LimitSource.NONE, OptionalInt.empty(),
                java.util.OptionalDouble.of(16), Optional.empty()));
        return sketch.loadBalancer(Waves.of(NOW, 60, 0.05, 11, x -> 240 + 80 * x),
                Waves.sparse(Waves.of(NOW, 60, 0, 1, _ -> 0), 48, 3, 2), 0.12, 3)
                .cache(sketch.figure("cache.hitRate", 94))
                .cost("171.40", "242")
                .alarm("Running below desired", SERVICE, "bowwow-push-service", "service.missing", WARNING, 1.0, 0.0,
                        4, Phrase.of("condition.running", "bowwow-push-service", 2, 3))
                .done();
    }

    public static StackSnapshot codemateDev() {
        var sketch = new Sketch(file("codemate-dev"), NOW, "222222222222");
        Failure denied = Failure.denied("rds:DescribeDBInstances");
        sketch.databases.add(new StackSnapshot.Database(sketch.file.components().databases().getFirst(),
                sketch.missing(denied), sketch.missing("db.connections", Failure.denied("cloudwatch:GetMetricData")),
                sketch.missing("db.cpu", denied), sketch.missing("db.freeStorage", denied),
                sketch.missing("db.acu", denied), OptionalInt.empty(), LimitSource.NONE, OptionalInt.empty(),
                java.util.OptionalDouble.empty(), Optional.empty()));
        return sketch.service("codemate-frontend-service", 1, 1, 0, 12, 40)
                .service("codemate-backend-service", 1, 1, 0, 18, 51)
                .loadBalancer(Waves.of(NOW, 60, 0.9, 12, x -> 6 - 4 * Math.abs(x - 0.5)),
                        Waves.of(NOW, 60, 0, 1, _ -> 0), 0.2, 1)
                .cache(sketch.figure("cache.hitRate", 88))
                .pipeline("codemate-dev",
                        new PipelineState.Stage("Source", "Succeeded", "", "", Optional.of(NOW.minusSeconds(1500)),
                                false),
                        new PipelineState.Stage("Build", "Failed", "codemate-backend-build",
                                "Build terminated with state: FAILED, exit code 1",
                                Optional.of(NOW.minusSeconds(1260)), false),
                        new PipelineState.Stage("Deploy", "", "", "", Optional.empty(), false))
                .cost("139.20", "197")
                .gap("databases[codemate-db-dev].connections", denied, true)
                .alarm("Pipeline failed", PIPELINE, "codemate-dev", "pipeline.failed", WARNING, 1.0, 0.0, 21,
                        Phrase.of("condition.pipelineFailed", "codemate-dev"))
                .done();
    }

    /// The connections are read, but nobody may ask how many the database takes.
    public static StackSnapshot deniedLimit() {
        var sketch = new Sketch(file("codemate-dev"), NOW, "222222222222");
        Failure denied = Failure.denied("rds:DescribeDBInstances");
        sketch.databases.add(new StackSnapshot.Database(sketch.file.components().databases().getFirst(),
                sketch.missing(denied), sketch.figure("db.connections", 9), sketch.figure("db.cpu", 12),
                sketch.missing("db.freeStorage", denied), sketch.notKept("db.acu"), OptionalInt.empty(),
                LimitSource.NONE, OptionalInt.empty(), java.util.OptionalDouble.empty(), Optional.empty()));
        return sketch.service("codemate-frontend-service", 1, 1, 0, 12, 40).cost("139.20", "197")
                .gap("databases[codemate-db-dev].maxConnections", denied, true).done();
    }

    public static StackSnapshot codemateProd() {
        var sketch = new Sketch(file("codemate-prod"), NOW, "666677778888");
        return sketch.service("codemate-frontend-service", 2, 2, 0, 33, 47)
                .service("codemate-backend-service", 2, 2, 0, 45, 58)
                .loadBalancer(Waves.of(NOW, 60, 0.05, 13, x -> 210 + 20 * Math.sin(9 * x)),
                        Waves.sparse(Waves.of(NOW, 60, 0, 1, _ -> 0), 40, 20, 4, 2), 0.14, 2)
                .database(sketch.figure("db.connections", 71), OptionalInt.of(225), LimitSource.PARAMETER_GROUP,
                        Optional.empty())
                .cache(sketch.figure("cache.hitRate", 91))
                .cost("559.88", "791")
                .alarm("Forecast over plan", STACK, "codemate-prod", "cost.forecast", NOTICE, 791.0, 675.0, 1700,
                        Phrase.of("condition.limit", "Forecast", "$791", "$675"))
                .done();
    }

    public static StackSnapshot glimpse() {
        var sketch = new Sketch(file("glimpse-prod"), NOW, "999900001111");
        sketch.since = Optional.of(NOW.minus(Duration.ofMinutes(528)));
        return sketch.service("glimpse-api", 2, 2, 2, 35, 61)
                .loadBalancer(Waves.of(NOW, 60, 0.08, 14, x -> 150 - 14 * x),
                        Waves.sparse(Waves.of(NOW, 60, 0, 1, _ -> 0), 50, 34, 26, 20, 12, 4), 0.08, 2)
                .database(sketch.figure("db.connections", 41), OptionalInt.of(87), LimitSource.STACK_FILE,
                        Optional.of(pools(50, 2, 100)))
                .cache(sketch.figure("cache.hitRate", 93))
                .cost("38.20", "54")
                .fine("RDS connections", DATABASE, "glimpse-db", "db.connections", WARNING, 41, 45,
                        Condition.Source.RULE)
                .done();
    }

    private static io.watchdeck.metrics.Figure sketchFigure(String file, String metric, double value) {
        return new Sketch(file(file), NOW, "").figure(metric, value);
    }

    private static ServiceState.ServiceEvent event(long secondsAgo, String message) {
        return new ServiceState.ServiceEvent("e" + secondsAgo, NOW.minusSeconds(secondsAgo), message);
    }

    private static StackSnapshot.PoolRoom pools(int perTask, int tasks, int possible) {
        return new StackSnapshot.PoolRoom(perTask, Optional.of(new StackSnapshot.PoolRoom.Pools(tasks, possible)));
    }
}
