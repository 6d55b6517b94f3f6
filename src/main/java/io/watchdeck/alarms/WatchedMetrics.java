package io.watchdeck.alarms;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricDefinition.Derived;
import io.watchdeck.metrics.MetricDefinition.Dimension;
import io.watchdeck.model.ComponentId;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out which metric of the catalogue a CloudWatch alarm watches, so that a rule and an alarm that ask for the same are
/// known to: by its metric at CloudWatch; by what its metric math computes; and of what the console counts itself by the
/// metric in which CloudWatch counts the same.
///
/// Dead letters are those of a queue whose dead-letter queue the stack file names. CloudWatch counts only the visible ones,
/// the console those in flight as well: whether there are any is the same question, though messages that somebody looks at
/// are not counted there for a while.
final class WatchedMetrics {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// Of one value a minute all of them are that value.
    private static final Set<String> OF_ONE_VALUE = Set.of("Average", "Maximum", "Minimum", "Sum");
    private static final List<Counted> COUNTED = List.of(
            new Counted("ECS/ContainerInsights", "RunningTaskCount", "service.running",
                    Set.of("ClusterName", "ServiceName")),
            new Counted("ECS/ContainerInsights", "DesiredTaskCount", "service.desired",
                    Set.of("ClusterName", "ServiceName")),
            new Counted("AWS/SQS", "ApproximateNumberOfMessagesVisible", "queue.visible", Set.of("QueueName")),
            new Counted("AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "queue.inFlight", Set.of("QueueName")));

    private final StackFile stack;
    private final MetricCatalogue catalogue;

    /// A metric that CloudWatch has once a minute and the console counts itself.
    ///
    /// @param dimensions of the whole component
    private record Counted(String namespace, String name, String id, Set<String> dimensions) {
        boolean isOf(CloudAlarm alarm) {
            return namespace.equals(alarm.namespace()) && name.equals(alarm.metric());
        }
    }

    WatchedMetrics(StackFile stack, MetricCatalogue catalogue) {
        this.stack = stack;
        this.catalogue = catalogue;
    }

    /// Where the catalogue has several statistics of a metric, as of response times, it is the one with the alarm's.
    Optional<MetricDefinition> of(CloudAlarm alarm) {
        return alarm.math().isPresent() ? computed(alarm.math().get())
                : named(alarm.namespace(), alarm.metric(), alarm.statistic()).or(() -> counted(alarm)
                        .flatMap(one -> catalogue.find(isDeadLetters(alarm, one) ? "queue.deadLetters" : one.id())));
    }

    private Optional<MetricDefinition> named(String namespace, String name, String statistic) {
        List<MetricDefinition> named = catalogue.all().stream()
                .filter(metric -> metric.origin() instanceof CloudWatch cloudWatch
                        && cloudWatch.namespace().equals(namespace) && cloudWatch.name().equals(name))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : named.stream()
                .filter(metric -> Comparison.statistic(metric).equals(statistic)).findFirst();
    }

    private static Optional<Counted> counted(CloudAlarm alarm) {
        return COUNTED.stream().filter(one -> one.isOf(alarm)).findFirst();
    }

    private boolean isDeadLetters(CloudAlarm alarm, Counted counted) {
        String queue = alarm.dimensions().getOrDefault("QueueName", "");
        List<QueueSpec> queues = stack.components().queues();
        return counted.id().equals("queue.visible") && queues.stream().noneMatch(one -> one.name().equals(queue))
                && queues.stream().anyMatch(one -> one.deadLetterQueue().filter(queue::equals).isPresent());
    }

    /// The one metric that goes into it, or what is computed of several.
    private Optional<MetricDefinition> computed(MetricMath math) {
        Map<String, String> ids = new HashMap<>();
        math.inputs().forEach((id, input) -> named(input.namespace(), input.metric(), input.statistic())
                .ifPresent(metric -> ids.put(id, metric.id())));
        if (ids.size() < math.inputs().size() || ids.isEmpty()) {
            return Optional.empty();
        }
        if (math.isPlain()) {
            return catalogue.find(ids.values().iterator().next());
        }
        return catalogue.all().stream().filter(metric -> metric.origin() instanceof Derived(var formula)
                && math.inputs().entrySet().stream().allMatch(each -> isOwnStatistic(each.getValue(),
                        ids.get(each.getKey())))
                && math.computes(formula, ids)).findFirst();
    }

    private boolean isOwnStatistic(MetricMath.Input input, String id) {
        return Comparison.statistic(catalogue.get(id)).equals(input.statistic());
    }

    /// How the alarm compares the metric with its threshold; empty where it has none. Without a statistic where it watches a
    /// part of the component, such as one Availability Zone, or no metric of the catalogue: no rule asks for the same.
    Optional<Comparison> comparison(CloudAlarm alarm, ComponentId on) {
        if (alarm.threshold().isEmpty()) {
            return Optional.empty();
        }
        var relation = Comparison.Relation.of(alarm.comparison());
        return Optional.of(of(alarm).map(metric -> alarm.math().isPresent()
                ? ofMath(metric, alarm.math().get(), relation, on) : ofMetric(metric, alarm, relation, on))
                .orElseGet(() -> new Comparison(relation, "", period(alarm))));
    }

    private Comparison ofMetric(MetricDefinition metric, CloudAlarm alarm, Comparison.Relation relation,
            ComponentId on) {
        Optional<Counted> counted = counted(alarm);
        boolean whole = counted.map(one -> one.dimensions().equals(alarm.dimensions().keySet()))
                .orElseGet(() -> isWhole(metric, alarm.dimensions(), on));
        boolean oneValue = counted.isPresent() && alarm.period().equals(MINUTE)
                && OF_ONE_VALUE.contains(alarm.statistic());
        return Comparison.of(metric, relation, !whole ? "" : oneValue ? Comparison.LAST : alarm.statistic(),
                alarm.period());
    }

    private Comparison ofMath(MetricDefinition metric, MetricMath math, Comparison.Relation relation,
            ComponentId on) {
        Set<Duration> periods = math.inputs().values().stream().map(MetricMath.Input::period)
                .collect(Collectors.toSet());
        boolean whole = periods.size() == 1 && math.inputs().values().stream()
                .allMatch(input -> named(input.namespace(), input.metric(), input.statistic())
                        .filter(one -> isWhole(one, input.dimensions(), on)).isPresent());
        String statistic = math.isPlain() ? math.inputs().values().iterator().next().statistic()
                : Comparison.statistic(metric);
        return Comparison.of(metric, relation, whole ? statistic : "", periods.iterator().next());
    }

    private static Duration period(CloudAlarm alarm) {
        return alarm.math().flatMap(math -> math.inputs().values().stream().map(MetricMath.Input::period).findFirst())
                .orElse(alarm.period());
    }

    private static boolean isWhole(MetricDefinition metric, Map<String, String> dimensions, ComponentId on) {
        return metric.origin() instanceof CloudWatch origin && dimensions.entrySet().stream()
                .allMatch(one -> isWhole(origin, one.getKey(), one.getValue(), on.name()));
    }

    private static boolean isWhole(CloudWatch origin, String name, String value, String component) {
        return origin.dimensions().stream().filter(one -> one.name().equals(name)).findFirst()
                .map(one -> switch (one) {
                    case Dimension.Cluster _, Dimension.Any _ -> true;
                    case Dimension.Component _ -> value.equals(component);
                    case Dimension.Found found -> found.matches(value, component);
                    case Dimension.Part _ -> false;
                }).orElse(name.equals("DBClusterIdentifier") && value.equals(component));
    }
}
