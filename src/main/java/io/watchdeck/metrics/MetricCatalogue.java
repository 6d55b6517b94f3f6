package io.watchdeck.metrics;

import static io.watchdeck.model.ComponentKind.BATCH_QUEUE;
import static io.watchdeck.model.ComponentKind.CACHE;
import static io.watchdeck.model.ComponentKind.DATABASE;
import static io.watchdeck.model.ComponentKind.LOAD_BALANCER;
import static io.watchdeck.model.ComponentKind.PIPELINE;
import static io.watchdeck.model.ComponentKind.QUEUE;
import static io.watchdeck.model.ComponentKind.SERVICE;
import static io.watchdeck.model.ComponentKind.STACK;
import static io.watchdeck.model.ComponentKind.TARGET_GROUP;

import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricDefinition.Combine;
import io.watchdeck.metrics.MetricDefinition.Derived;
import io.watchdeck.metrics.MetricDefinition.Dimension;
import io.watchdeck.metrics.MetricDefinition.Formula;
import io.watchdeck.metrics.MetricDefinition.Polled;
import io.watchdeck.metrics.MetricDefinition.Scope;
import io.watchdeck.metrics.MetricDefinition.Silence;
import io.watchdeck.model.ComponentKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every metric the console knows. A new metric is one entry here: reading, history, charts and rules follow.
///
/// Names, dimensions, statistics and periods are those of the AWS documentation of each service ("CloudWatch metrics
/// for …"). A metric exists only with its exact dimension set.
public final class MetricCatalogue {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static final List<Dimension> OF_SERVICE = List.of(new Dimension.Cluster("ClusterName"),
            new Dimension.Component("ServiceName"));
    private static final List<Dimension> OF_LOAD_BALANCER = List
            .of(new Dimension.Found("LoadBalancer", "app/", "/.+"));
    private static final List<Dimension> OF_TARGET_GROUP = List.of(
            new Dimension.Found("TargetGroup", "targetgroup/", "/.+"), new Dimension.Any("LoadBalancer"));
    /// The nodes of a replication group are `NAME-001`, in cluster mode `NAME-0001-001`.
    private static final List<Dimension> OF_CACHE = List.of(
            new Dimension.Found("CacheClusterId", "", "(-\\d{4})?(-\\d{3})?"), new Dimension.Part("CacheNodeId"));
    private static final List<Dimension> OF_QUEUE = List.of(new Dimension.Component("QueueName"));

    private final List<MetricDefinition> all;
    private final Map<String, MetricDefinition> byId;

    public MetricCatalogue(List<MetricDefinition> definitions) {
        all = List.copyOf(definitions);
        byId = all.stream().collect(Collectors.toUnmodifiableMap(MetricDefinition::id, Function.identity()));
    }

    public static MetricCatalogue standard() {
        return new MetricCatalogue(List.of(
                cloudWatch("service.cpu", SERVICE, Unit.PERCENT, "AWS/ECS", "CPUUtilization", "Average", OF_SERVICE),
                cloudWatch("service.memory", SERVICE, Unit.PERCENT, "AWS/ECS", "MemoryUtilization", "Average",
                        OF_SERVICE),
                polled("service.running", SERVICE, Unit.COUNT),
                polled("service.desired", SERVICE, Unit.COUNT),
                polled("service.missing", SERVICE, Unit.COUNT),
                polled("service.runningPercent", SERVICE, Unit.PERCENT),
                polled("service.failedDeployments", SERVICE, Unit.COUNT),
                polled("service.spotRunning", SERVICE, Unit.COUNT),
                polled("service.onDemandRunning", SERVICE, Unit.COUNT),

                cloudWatch("lb.requests", LOAD_BALANCER, Unit.PER_MINUTE, "AWS/ApplicationELB", "RequestCount", "Sum",
                        OF_LOAD_BALANCER),
                errors("lb.target5xx", "HTTPCode_Target_5XX_Count"),
                errors("lb.elb5xx", "HTTPCode_ELB_5XX_Count"),
                derived("lb.5xx", LOAD_BALANCER, Unit.PER_MINUTE,
                        new Formula.Sum(List.of("lb.target5xx", "lb.elb5xx"))),
                latency("lb.p50", "p50"),
                latency("lb.p95", "p95"),
                latency("lb.p99", "p99"),

                cloudWatch("tg.healthy", TARGET_GROUP, Unit.COUNT, "AWS/ApplicationELB", "HealthyHostCount", "Minimum",
                        OF_TARGET_GROUP),
                cloudWatch("tg.unhealthy", TARGET_GROUP, Unit.COUNT, "AWS/ApplicationELB", "UnHealthyHostCount",
                        "Maximum", OF_TARGET_GROUP),
                cloudWatch("tg.requestsPerTarget", TARGET_GROUP, Unit.PER_MINUTE, "AWS/ApplicationELB",
                        "RequestCountPerTarget", "Sum", OF_TARGET_GROUP),

                ofDatabase("db.connections", Unit.COUNT, "DatabaseConnections", "Maximum", MINUTE),
                ofDatabase("db.cpu", Unit.PERCENT, "CPUUtilization", "Average", MINUTE),
                ofDatabase("db.freeStorage", Unit.BYTES, "FreeStorageSpace", "Minimum", FIVE_MINUTES)
                        .only(Scope.INSTANCE),
                ofDatabase("db.acu", Unit.ACU, "ServerlessDatabaseCapacity", "Average", MINUTE)
                        .only(Scope.CLUSTER),

                cache("cache.hits", "CacheHits", "Sum", Combine.SUM, Unit.PER_MINUTE),
                cache("cache.misses", "CacheMisses", "Sum", Combine.SUM, Unit.PER_MINUTE),
                cache("cache.evictions", "Evictions", "Sum", Combine.SUM, Unit.PER_MINUTE),
                cache("cache.cpu", "EngineCPUUtilization", "Maximum", Combine.MAXIMUM, Unit.PERCENT),
                derived("cache.hitRate", CACHE, Unit.PERCENT, new Formula.Share("cache.hits", "cache.misses")),

                cloudWatch("queue.oldestAge", QUEUE, Unit.SECONDS, "AWS/SQS", "ApproximateAgeOfOldestMessage",
                        "Maximum", OF_QUEUE),
                polled("queue.visible", QUEUE, Unit.COUNT),
                polled("queue.inFlight", QUEUE, Unit.COUNT),
                polled("queue.deadLetters", QUEUE, Unit.COUNT),
                polled("queue.deadLetterHoursLeft", QUEUE, Unit.HOURS),
                polled("batch.failed24h", BATCH_QUEUE, Unit.COUNT),
                polled("pipeline.failed", PIPELINE, Unit.COUNT),
                polled("cost.forecast", STACK, Unit.MONEY),
                polled("cost.monthToDate", STACK, Unit.MONEY)));
    }

    public List<MetricDefinition> all() {
        return all;
    }

    public Optional<MetricDefinition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// @throws IllegalArgumentException for an id that is not in the catalogue, which is a mistake in the program
    public MetricDefinition get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no metric " + id));
    }

    public List<MetricDefinition> of(ComponentKind kind) {
        return all.stream().filter(metric -> metric.kind() == kind).toList();
    }

    public Set<String> ids() {
        return byId.keySet();
    }

    private static MetricDefinition cloudWatch(String id, ComponentKind kind, Unit unit, String namespace, String name,
            String statistic, List<Dimension> dimensions) {
        return new MetricDefinition(id, kind, unit, new CloudWatch(namespace, name, statistic, MINUTE, dimensions,
                Combine.SUM, new Silence.Absent()));
    }

    private static MetricDefinition latency(String id, String percentile) {
        return new MetricDefinition(id, LOAD_BALANCER, Unit.SECONDS, new CloudWatch("AWS/ApplicationELB",
                "TargetResponseTime", percentile, MINUTE, OF_LOAD_BALANCER, Combine.SUM,
                new Silence.NothingWhereZero("lb.requests")));
    }

    private static MetricDefinition errors(String id, String name) {
        return new MetricDefinition(id, LOAD_BALANCER, Unit.PER_MINUTE, new CloudWatch("AWS/ApplicationELB", name,
                "Sum", MINUTE, OF_LOAD_BALANCER, Combine.SUM, new Silence.ZeroWhere("lb.requests")));
    }

    private static MetricDefinition ofDatabase(String id, Unit unit, String name, String statistic, Duration period) {
        return new MetricDefinition(id, DATABASE, unit, new CloudWatch("AWS/RDS", name, statistic, period,
                List.of(new Dimension.Component("DBInstanceIdentifier")), Combine.SUM, new Silence.Absent()));
    }

    private static MetricDefinition cache(String id, String name, String statistic, Combine combine, Unit unit) {
        return new MetricDefinition(id, CACHE, unit, new CloudWatch("AWS/ElastiCache", name, statistic, MINUTE,
                OF_CACHE, combine, new Silence.Absent()));
    }

    private static MetricDefinition polled(String id, ComponentKind kind, Unit unit) {
        return new MetricDefinition(id, kind, unit, new Polled());
    }

    private static MetricDefinition derived(String id, ComponentKind kind, Unit unit, Formula formula) {
        return new MetricDefinition(id, kind, unit, new Derived(formula));
    }
}
