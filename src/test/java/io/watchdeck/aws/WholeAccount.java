package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.Pace;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.watch.CloudConnector;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// An account behind [LoopbackAws] in which everything exists that the console can read, two stacks that are made of it,
/// and the real connector to it. Time stands still until a test moves it; waits are recorded instead of waited.
public final class WholeAccount implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-09-22T04:00:20Z");
    public static final String ACCOUNT = "123456789012";

    private static final String SHOP = """
            stack: Shop
            environment: production
            region: ap-northeast-2
            cluster: shop
            services: [{name: shop-api, desired: 2}, {name: shop-worker, desired: 1}]
            loadBalancers: [{name: shop-alb, targetGroups: [shop-tg]}]
            databases: [{id: shop-db, engine: postgres}]
            caches: [{id: shop-redis}]
            queues: [{name: shop-jobs, deadLetterQueue: shop-jobs-dlq, pipe: shop-pipe}]
            batchQueues: [shop-batch]
            pipelines: [shop-deploy]
            plan: {total: 120, lines: [{name: Everything, amount: 120}]}
            rules:
              - {name: CPU, metric: service.cpu, above: 70, period: 1m, severity: warning}
              - {name: Connections, metric: db.connections, above: 80 % of maxConnections, period: 1m,
                 severity: warning}
            """;
    private static final String DESK = """
            stack: Desk
            environment: development
            region: ap-northeast-2
            cluster: shop
            services: [{name: desk-api, desired: 1}]
            loadBalancers: [{name: desk-alb, targetGroups: [desk-tg]}]
            databases: [{id: desk-db, engine: postgres, maxConnections: 50}]
            queues: [{name: desk-mail, deadLetterQueue: desk-mail-dlq}]
            rules:
              - {name: CPU, metric: service.cpu, above: 70, period: 1m, severity: warning}
            """;

    final LoopbackAws aws = new LoopbackAws();
    final List<Duration> backoffs = new CopyOnWriteArrayList<>();
    final List<Duration> limits = new CopyOnWriteArrayList<>();
    public final MutableClock clock = new MutableClock(NOW);
    final Limiter limiter = new Limiter(() -> Duration.between(NOW, clock.instant()).toNanos(), limits::add);
    final AwsConnector connector;

    public WholeAccount(Duration timeout) {
        fill();
        var settings = AwsSettings.standard().withEndpoint(aws.endpoint())
                .withTimeouts(new AwsSettings.Timeouts(Duration.ofSeconds(5), timeout, timeout.multipliedBy(2)));
        connector = new AwsConnector(_ -> {}, clock, settings, limiter,
                new Backoff(3, Duration.ofSeconds(1), Duration.ofSeconds(20), () -> 0.5, backoffs::add));
    }

    public static StackFile shop(String more) {
        return stack("shop", SHOP + more);
    }

    static StackFile desk(String more) {
        return stack("desk", DESK + more);
    }

    static StackFile stack(String id, String text) {
        return StackFiles.reader().read(id + ".yaml", text).stack().orElseThrow();
    }

    /// A watch that knows nothing yet, over the connector of this account.
    LiveWatch watch(CloudConnector through, Rhythm rhythm, StackFile... stacks) {
        return watch(through, rhythm, Pace.ofSystemTime(), stacks);
    }

    /// @param pace by which it rests once started
    LiveWatch watch(CloudConnector through, Rhythm rhythm, Pace pace, StackFile... stacks) {
        var watch = new LiveWatch(new WatchSettings(rhythm, new Meter(PriceList.shipped(), clock), Money.usd("2"),
                false), through, MetricCatalogue.standard(), clock, pace);
        watch.stacks(List.of(stacks), List.of());
        return watch;
    }

    /// For a watch of so many accounts and Regions: of each it has a poller for every subject, and three of its own.
    ClockPace pace(int sites) {
        return new ClockPace(clock, sites * Subject.values().length + 3);
    }

    public LiveWatch watch() {
        return watch(connector, Rhythm.standard(), shop(""), desk(""));
    }

    /// From now on every call of a service fails; the others go on.
    public void fail(AwsService service, Fault fault) {
        fail(Map.of(service, fault));
    }

    public void fail(Map<AwsService, Fault> faults) {
        aws.trouble(request -> faults.entrySet().stream()
                .filter(entry -> entry.getKey().actions().containsKey(request.operation())).findFirst()
                .map(entry -> entry.getValue().answer(entry.getKey(), request.operation(), aws)));
    }

    /// Every call of a service fails from its next one on for as long as this takes by the clock, and heals by itself.
    void failFor(Duration length, AwsService service, Fault fault) {
        var since = new AtomicReference<@Nullable Instant>();
        aws.trouble(request -> {
            Instant now = clock.instant();
            return service.actions().containsKey(request.operation()) && (since.compareAndSet(null, now)
                    || now.isBefore(since.get().plus(length)))
                            ? Optional.of(fault.answer(service, request.operation(), aws)) : Optional.empty();
        });
    }

    public void heal() {
        aws.trouble(_ -> Optional.empty());
    }

    /// The requests of a service.
    long requests(AwsService service) {
        return aws.requests().stream().filter(request -> service.actions().containsKey(request.operation())).count();
    }

    private void fill() {
        aws.on("GetCallerIdentity", LoopbackAws.xml("GetCallerIdentity", Wire.xml("UserId", "u", "Account", ACCOUNT,
                "Arn", "arn:aws:iam::" + ACCOUNT + ":user/sora")));
        new FakeEcs(aws, "shop").service("shop-api", 2, "COMPLETED").service("shop-worker", 1, "COMPLETED")
                .service("desk-api", 1, "COMPLETED");
        var scaling = new FakeScaling(aws);
        List.of("shop-api", "shop-worker", "desk-api")
                .forEach(service -> scaling.target("shop", service).cpuPolicy("shop", service, 60));
        metrics();
        new FakeAlarms(aws).metric("shop-cpu", "OK", "");
        new FakeSqs(aws).queue("shop-jobs", 4, "RedrivePolicy", redrive("shop-jobs-dlq")).queue("shop-jobs-dlq", 0)
                .queue("desk-mail", 1, "RedrivePolicy", redrive("desk-mail-dlq")).queue("desk-mail-dlq", 0);
        new FakeRds(aws).group("pg", "100").instance("shop-db", "db.t4g.medium", "pg")
                .instance("desk-db", "db.t4g.micro", "pg");
        new FakeElb(aws).group("shop-tg").healthy("shop-tg", "10.0.0.1").healthy("shop-tg", "10.0.0.2")
                .group("desk-tg").healthy("desk-tg", "10.0.0.3");
        new FakeBatch(aws).queue("shop-batch").job("shop-batch", "RUNNING");
        aws.on("DescribePipe", LoopbackAws.status(200, "application/json", Wire.json(object("Name", "shop-pipe",
                "CurrentState", "RUNNING", "Source", "arn:aws:sqs:ap-northeast-2:" + ACCOUNT + ":shop-jobs"))));
        new FakePipelines(aws).stage("shop-deploy", "Deploy", "Succeeded",
                List.of(FakePipelines.action("Deploy", "Succeeded", 0)));
        new FakeCostExplorer(aws).billed(Map.of(), "Amazon Elastic Container Service", "61.5");
        aws.on("DescribeBudgets", LoopbackAws.json(Wire.json(object("Budgets", List.of()))));
        new FakeLogs(aws).line("/ecs/shop-api", NOW.minusSeconds(30), "api", "started");
    }

    private void metrics() {
        var metrics = new FakeMetrics(aws, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30)))
                .newest(10);
        for (String service : List.of("shop-api", "shop-worker", "desk-api")) {
            List.of("CPUUtilization", "MemoryUtilization").forEach(name -> metrics.metric("AWS/ECS", name,
                    Map.of("ClusterName", "shop", "ServiceName", service)));
        }
        for (String stack : List.of("shop", "desk")) {
            String balancer = "app/" + stack + "-alb/1";
            List.of("RequestCount", "HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count", "TargetResponseTime")
                    .forEach(name -> metrics.metric("AWS/ApplicationELB", name, Map.of("LoadBalancer", balancer)));
            List.of("HealthyHostCount", "UnHealthyHostCount", "RequestCountPerTarget").forEach(
                    name -> metrics.metric("AWS/ApplicationELB", name, Map.of("LoadBalancer", balancer, "TargetGroup",
                            "targetgroup/" + stack + "-tg/1")));
            List.of("DatabaseConnections", "CPUUtilization", "FreeStorageSpace").forEach(
                    name -> metrics.metric("AWS/RDS", name, Map.of("DBInstanceIdentifier", stack + "-db")));
        }
        List.of("CacheHits", "CacheMisses", "Evictions", "EngineCPUUtilization").forEach(name -> metrics.metric(
                "AWS/ElastiCache", name, Map.of("CacheClusterId", "shop-redis-001", "CacheNodeId", "0001")));
        List.of("shop-jobs", "shop-jobs-dlq", "desk-mail", "desk-mail-dlq").forEach(queue -> metrics.metric("AWS/SQS",
                "ApproximateAgeOfOldestMessage", Map.of("QueueName", queue)));
    }

    private static String redrive(String deadLetters) {
        return "{\"deadLetterTargetArn\":\"arn:aws:sqs:ap-northeast-2:" + ACCOUNT + ":" + deadLetters
                + "\",\"maxReceiveCount\":3}";
    }

    @Override
    public void close() {
        connector.close();
        aws.close();
    }
}
