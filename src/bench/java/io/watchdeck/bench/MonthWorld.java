package io.watchdeck.bench;

import io.watchdeck.aws.CountedCosts;
import io.watchdeck.aws.CountedMetrics;
import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.model.TimeRange;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Meter;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.CloudConnector;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One account in which every component of some stacks exists and is well, but for a cluster that has an incident. Counts
/// what costs, or is free up to a number only, at the meter: CloudWatch and Cost Explorer. All else is free and is not
/// counted.
final class MonthWorld implements CloudConnector {

    static final String ACCOUNT = "111111111111";

    private final List<StackFile> stacks;
    private final Meter meter;
    private final Clock clock;
    private final CountedCosts costs;
    private volatile String incident = "";

    MonthWorld(List<StackFile> stacks, Meter meter, Clock clock) {
        this.stacks = stacks;
        this.meter = meter;
        this.clock = clock;
        costs = new CountedCosts(ACCOUNT, meter, clock);
    }

    /// Of its services none runs; an empty name ends it.
    void incident(String cluster) {
        incident = cluster;
    }

    @Override
    public Cloud connect(Access access) {
        Region region = access.region();
        var metrics = new CountedMetrics(ACCOUNT, region, meter, clock, this::sets, MonthWorld::level);
        return new Cloud(() -> known(new Identity(ACCOUNT, "arn:aws:iam::" + ACCOUNT + ":user/sora")), fleet(), metrics,
                alarms(region),
                names -> each(names, this::queue), Optional.empty(),
                Optional.of(databases()),
                Optional.of(names -> each(names, name -> new BatchQueueState(name, new Health("ENABLED", "VALID", ""),
                        Map.of(), Set.of(), List.of()))),
                Optional.of(names -> each(names, name -> new PipeState(name, "RUNNING", "", "source", "target"))),
                Optional.of(names -> each(names, name -> new PipelineState(name, List.of()))),
                Optional.of(costs.of(region)),
                Optional.empty(), Optional.of(names -> each(names, _ -> List.of())), Optional.empty(), Optional.empty());
    }

    private DatabaseSource databases() {
        return new DatabaseSource() {
            @Override
            public Map<String, Reading<DatabaseFacts>> databases(Collection<String> ids) {
                return each(ids, MonthWorld::database);
            }

            @Override
            public Reading<List<DatabaseEvent>> events(Collection<String> ids, TimeRange range) {
                return known(List.of());
            }
        };
    }

    private AlarmSource alarms(Region region) {
        return new AlarmSource() {
            @Override
            public Reading<List<CloudAlarm>> alarms() {
                return none("DescribeAlarms");
            }

            @Override
            public Reading<List<AlarmTurn>> turns(TimeRange range) {
                return none("DescribeAlarmHistory");
            }

            private <T> Reading<List<T>> none(String operation) {
                return admitted(region, "CloudWatch", operation) ? known(List.of())
                        : Reading.unknown(Failure.capped("cloudwatch:" + operation), clock.instant());
            }
        };
    }

    private boolean admitted(Region region, String service, String operation) {
        return meter.reserve(new ApiCall(ACCOUNT, region, service, operation, 1)).isPresent();
    }

    private <T> Reading<T> known(T value) {
        return Reading.known(value, clock.instant());
    }

    private <K, T> Map<K, Reading<T>> each(Collection<K> names, Function<K, T> value) {
        return names.stream().distinct().collect(Collectors.toMap(Function.identity(),
                name -> known(value.apply(name))));
    }

    private FleetSource fleet() {
        return new FleetSource() {
            @Override
            public Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names) {
                return each(names, name -> service(cluster, name));
            }

            @Override
            public Reading<List<TaskState>> tasks(String cluster) {
                return known(List.of());
            }
        };
    }

    private ServiceState service(String cluster, String name) {
        int desired = stacks.stream().flatMap(stack -> stack.components().services().stream())
                .filter(spec -> spec.name().equals(name)).mapToInt(spec -> spec.desired().orElse(2)).max().orElse(2);
        return new ServiceState(name, "arn:" + name, "ACTIVE", desired, cluster.equals(incident) ? 0 : desired, 0,
                List.of(), "FARGATE", "arn:task:1", List.of(), List.of(), List.of());
    }

    private QueueState queue(String name) {
        Optional<String> dead = stacks.stream().flatMap(stack -> stack.components().queues().stream())
                .filter(spec -> spec.name().equals(name)).findFirst().flatMap(QueueSpec::deadLetterQueue);
        return new QueueState(name, "arn:aws:sqs:x:1:" + name, 0, 0, 0, Duration.ofDays(14), Duration.ofSeconds(30),
                false, dead.map(queue -> new QueueState.RedrivePolicy("arn:aws:sqs:x:1:" + queue, 3)));
    }

    private static DatabaseFacts database(String id) {
        return new DatabaseFacts(id, "postgres", "16.3", "db.t4g.small", "available", false,
                OptionalLong.of(100L << 30), ConnectionLimit.none(), OptionalDouble.of(16));
    }

    /// As CloudWatch lists what only it knows.
    private List<Map<String, String>> sets(String namespace, String name) {
        var sets = new ArrayList<Map<String, String>>();
        boolean ofGroups = Set.of("HealthyHostCount", "UnHealthyHostCount", "RequestCountPerTarget").contains(name);
        for (StackFile stack : stacks) {
            if (namespace.equals("AWS/ElastiCache")) {
                stack.components().caches().stream().flatMap(cache -> nodes(cache).stream())
                        .forEach(node -> sets.add(Map.of("CacheClusterId", node)));
            } else {
                for (LoadBalancerSpec balancer : stack.components().loadBalancers()) {
                    String of = "app/" + balancer.name() + "/1";
                    if (ofGroups) {
                        balancer.targetGroups().forEach(group -> sets.add(
                                Map.of("TargetGroup", "targetgroup/" + group + "/1", "LoadBalancer", of)));
                    } else {
                        sets.add(Map.of("LoadBalancer", of));
                    }
                }
            }
        }
        return sets;
    }

    private static List<String> nodes(CacheSpec cache) {
        return cache.nodes().orElse(1) == 1 ? List.of(cache.id())
                : IntStream.rangeClosed(1, cache.nodes().getAsInt())
                        .mapToObj(node -> cache.id() + "-%03d".formatted(node)).toList();
    }

    /// Such that no rule of a stack has anything to say.
    private static double level(MetricQuery query) {
        return switch (query.name()) {
            case "FreeStorageSpace" -> 80L << 30;
            case "HealthyHostCount" -> 2;
            case "CacheHits", "RequestCount" -> 100;
            case "TargetResponseTime" -> 0.05;
            case "CPUUtilization", "MemoryUtilization", "EngineCPUUtilization", "DatabaseConnections" -> 20;
            default -> 0;
        };
    }
}
