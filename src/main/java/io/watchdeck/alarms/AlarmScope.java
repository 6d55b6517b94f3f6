package io.watchdeck.alarms;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.StackFile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides which CloudWatch alarms concern a stack, which component they are about and how severe they are. CloudWatch
/// alarms carry no severity: the stack file maps name patterns and SNS topics to one, else it is a warning.
public final class AlarmScope {

    private final StackFile stack;
    private final WatchedMetrics metrics;

    public AlarmScope(StackFile stack, MetricCatalogue catalogue) {
        this.stack = stack;
        metrics = new WatchedMetrics(stack, catalogue);
    }

    /// The component of the stack that the alarm is about; empty when it does not concern the stack. Metric math is about the
    /// component that all its metrics are of. An alarm without dimensions (composite, or metric math over several components)
    /// concerns a stack whose name its own name begins with.
    public Optional<ComponentId> component(CloudAlarm alarm) {
        if (alarm.isScaling()) {
            return Optional.empty();
        }
        if (alarm.math().isPresent()) {
            return component(alarm.math().get()).or(() -> ofStack(alarm));
        }
        return alarm.dimensions().isEmpty() ? ofStack(alarm) : component(alarm.dimensions());
    }

    private Optional<ComponentId> ofStack(CloudAlarm alarm) {
        return named(alarm.name()) ? Optional.of(new ComponentId(ComponentKind.STACK, stack.name()))
                : Optional.empty();
    }

    private Optional<ComponentId> component(MetricMath math) {
        List<Optional<ComponentId>> all =
                math.inputs().values().stream().map(input -> component(input.dimensions())).distinct().toList();
        return all.size() == 1 ? all.getFirst() : Optional.empty();
    }

    private Optional<ComponentId> component(Map<String, String> dimensions) {
        Optional<String> cluster = dimension(dimensions, "ClusterName");
        if (cluster.isPresent() && !cluster.get().equals(stack.cluster())) {
            return Optional.empty();
        }
        return dimension(dimensions, "ServiceName").flatMap(this::service)
                .or(() -> dimension(dimensions, "TargetGroup").flatMap(this::targetGroup))
                .or(() -> dimension(dimensions, "LoadBalancer").flatMap(this::loadBalancer))
                .or(() -> dimension(dimensions, "DBInstanceIdentifier").flatMap(this::database))
                .or(() -> dimension(dimensions, "DBClusterIdentifier").flatMap(this::database))
                .or(() -> dimension(dimensions, "CacheClusterId").flatMap(this::cache))
                .or(() -> dimension(dimensions, "QueueName").flatMap(this::queue));
    }

    /// The metric of the catalogue that the alarm watches, where it is one; as [WatchedMetrics] finds it.
    public Optional<MetricDefinition> metric(CloudAlarm alarm) {
        return metrics.of(alarm);
    }

    /// How the alarm compares the metric with its threshold; empty where it has none. Without a statistic where no rule asks
    /// for the same.
    public Optional<Comparison> comparison(CloudAlarm alarm, ComponentId on) {
        return metrics.comparison(alarm, on);
    }

    public Severity severity(CloudAlarm alarm) {
        for (var entry : stack.alarmSeverities().entrySet()) {
            Predicate<String> pattern = pattern(entry.getKey());
            if (pattern.test(alarm.name()) || alarm.actions().stream()
                    .anyMatch(arn -> pattern.test(arn.substring(arn.lastIndexOf(':') + 1)))) {
                return entry.getValue();
            }
        }
        return Severity.WARNING;
    }

    private static Optional<String> dimension(Map<String, String> dimensions, String name) {
        return Optional.ofNullable(dimensions.get(name));
    }

    private Optional<ComponentId> service(String name) {
        return stack.components().services().stream().filter(service -> service.name().equals(name)).findFirst()
                .map(service -> new ComponentId(ComponentKind.SERVICE, service.name()));
    }

    private Optional<ComponentId> targetGroup(String tail) {
        return stack.components().loadBalancers().stream().flatMap(balancer -> balancer.targetGroups().stream())
                .filter(group -> tail.startsWith("targetgroup/" + group + "/")).findFirst()
                .map(group -> new ComponentId(ComponentKind.TARGET_GROUP, group));
    }

    private Optional<ComponentId> loadBalancer(String tail) {
        return stack.components().loadBalancers().stream()
                .filter(balancer -> tail.startsWith("app/" + balancer.name() + "/")).findFirst()
                .map(balancer -> new ComponentId(ComponentKind.LOAD_BALANCER, balancer.name()));
    }

    /// An instance of an Aurora cluster has the cluster's name and a number.
    private Optional<ComponentId> database(String id) {
        return closest(id, stack.components().databases().stream().map(DatabaseSpec::id))
                .map(name -> new ComponentId(ComponentKind.DATABASE, name));
    }

    /// A node of a cache has the cache's name and a number.
    private Optional<ComponentId> cache(String id) {
        return closest(id, stack.components().caches().stream().map(CacheSpec::id))
                .map(name -> new ComponentId(ComponentKind.CACHE, name));
    }

    /// The name that is the id, or else the longest with which it begins: `main-reports-1` is not of `main`.
    private static Optional<String> closest(String id, Stream<String> names) {
        return names.filter(name -> id.equals(name) || id.startsWith(name + "-"))
                .max(Comparator.comparingInt(String::length));
    }

    private Optional<ComponentId> queue(String name) {
        return stack.components().queues().stream()
                .filter(queue -> queue.name().equals(name) || queue.deadLetterQueue().filter(name::equals).isPresent())
                .findFirst().map(queue -> new ComponentId(ComponentKind.QUEUE, queue.name()));
    }

    /// `shop-5xx`, `Shop5xx` and `ShopErrors` are of the stack Shop, `shopping` is not.
    private boolean named(String alarm) {
        String name = stack.name();
        return alarm.regionMatches(true, 0, name, 0, name.length())
                && (alarm.length() == name.length() || !Character.isLowerCase(alarm.charAt(name.length())));
    }

    private static Predicate<String> pattern(String glob) {
        String regex = Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex).asMatchPredicate();
    }
}
