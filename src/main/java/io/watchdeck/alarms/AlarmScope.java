package io.watchdeck.alarms;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides which CloudWatch alarms concern a stack, which component they are about and how severe they are. CloudWatch
/// alarms carry no severity: the stack file maps name patterns and SNS topics to one, else it is a warning.
public final class AlarmScope {

    private final StackFile stack;
    private final MetricCatalogue catalogue;

    public AlarmScope(StackFile stack, MetricCatalogue catalogue) {
        this.stack = stack;
        this.catalogue = catalogue;
    }

    /// The component of the stack that the alarm is about; empty when it does not concern the stack. An alarm without
    /// dimensions (composite, metric math) concerns a stack whose name its own name begins with.
    public Optional<ComponentId> component(CloudAlarm alarm) {
        if (alarm.isScaling()) {
            return Optional.empty();
        }
        Map<String, String> dimensions = alarm.dimensions();
        if (dimensions.isEmpty()) {
            return named(alarm.name()) ? Optional.of(new ComponentId(ComponentKind.STACK, stack.name()))
                    : Optional.empty();
        }
        Optional<String> cluster = dimension(alarm, "ClusterName");
        if (cluster.isPresent() && !cluster.get().equals(stack.cluster())) {
            return Optional.empty();
        }
        return dimension(alarm, "ServiceName").flatMap(this::service)
                .or(() -> dimension(alarm, "TargetGroup").flatMap(this::targetGroup))
                .or(() -> dimension(alarm, "LoadBalancer").flatMap(this::loadBalancer))
                .or(() -> dimension(alarm, "DBInstanceIdentifier").flatMap(this::database))
                .or(() -> dimension(alarm, "DBClusterIdentifier").flatMap(this::database))
                .or(() -> dimension(alarm, "CacheClusterId").flatMap(this::cache))
                .or(() -> dimension(alarm, "QueueName").flatMap(this::queue));
    }

    /// The metric of the catalogue that the alarm watches, where it is one.
    public Optional<MetricDefinition> metric(CloudAlarm alarm) {
        return catalogue.all().stream().filter(metric -> metric.origin() instanceof CloudWatch cloudWatch
                && cloudWatch.namespace().equals(alarm.namespace()) && cloudWatch.name().equals(alarm.metric()))
                .findFirst();
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

    private static Optional<String> dimension(CloudAlarm alarm, String name) {
        return Optional.ofNullable(alarm.dimensions().get(name));
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
        return stack.components().databases().stream()
                .filter(database -> id.equals(database.id()) || id.startsWith(database.id() + "-")).findFirst()
                .map(database -> new ComponentId(ComponentKind.DATABASE, database.id()));
    }

    private Optional<ComponentId> cache(String id) {
        return stack.components().caches().stream()
                .filter(cache -> id.equals(cache.id()) || id.startsWith(cache.id() + "-")).findFirst()
                .map(cache -> new ComponentId(ComponentKind.CACHE, cache.id()));
    }

    private Optional<ComponentId> queue(String name) {
        return stack.components().queues().stream()
                .filter(queue -> queue.name().equals(name) || queue.deadLetterQueue().filter(name::equals).isPresent())
                .findFirst().map(queue -> new ComponentId(ComponentKind.QUEUE, queue.name()));
    }

    private boolean named(String alarm) {
        return alarm.toLowerCase(Locale.ROOT).startsWith(stack.name().toLowerCase(Locale.ROOT));
    }

    private static Predicate<String> pattern(String glob) {
        String regex = Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex).asMatchPredicate();
    }
}
