package io.watchdeck.watch;

import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Wanted;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.StackFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which metrics of a stack someone needs: those that a rule judges, while the window is shown those of the overview and,
/// while a person looks at the stack, all that its screen shows. A metric that nobody needs is not paid for.
final class WantedMetrics {

    /// What a rule on the time left judges, and the metric that it is counted from.
    private static final String LEFT = "queue.deadLetterHoursLeft";
    private static final String AGE = "queue.oldestAge";
    private static final Set<String> OVERVIEW = Set.of("lb.requests", "lb.5xx", "lb.target5xx", "lb.elb5xx",
            "db.connections", "db.acu", AGE);

    /// Read when they are looked for in the explorer.
    private static final Set<String> ON_NO_SCREEN = Set.of("tg.requestsPerTarget");

    /// Whoever wants something read; each includes the ones before it.
    enum Need {
        /// Nobody looks: what rules judge.
        RULES,
        /// The window is shown.
        OVERVIEW,
        /// Somebody looks at the stack.
        STACK,
        /// Somebody asks for all that can be looked at.
        ALL
    }

    private final MetricCatalogue catalogue;
    private final Function<QueueSpec, Optional<String>> deadLetterQueue;

    /// @param deadLetterQueue of a queue, as its redrive policy says, once that is known
    WantedMetrics(MetricCatalogue catalogue, Function<QueueSpec, Optional<String>> deadLetterQueue) {
        this.catalogue = catalogue;
        this.deadLetterQueue = deadLetterQueue;
    }

    List<Wanted> of(StackFile stack, Need need) {
        Set<String> rules = ruled(stack);
        var wanted = new ArrayList<Wanted>();
        for (MetricDefinition metric : catalogue.all()) {
            boolean polled = metric.origin() instanceof MetricDefinition.Polled;
            if (!polled && isWanted(metric.id(), rules, need)) {
                read(stack, metric, rules.contains(metric.id())).forEach(name -> wanted.add(new Wanted(
                        new SeriesId(stack.id(), metric.id(), name), fitted(stack, metric, name), stack.cluster())));
            }
        }
        return wanted;
    }

    private static boolean isWanted(String metric, Set<String> rules, Need need) {
        return switch (need) {
            case RULES -> rules.contains(metric) || metric.equals(AGE) && rules.contains(LEFT);
            case OVERVIEW -> isAlwaysRead(metric, rules);
            case STACK -> rules.contains(metric) || !ON_NO_SCREEN.contains(metric);
            case ALL -> true;
        };
    }

    /// The metrics that a rule of the stack judges.
    static Set<String> ruled(StackFile stack) {
        return DefaultRules.effective(stack).stream().map(RuleSpec::metric).collect(Collectors.toSet());
    }

    /// Whether a metric is read even while nobody looks at the stack.
    ///
    /// @param ruled the metrics that a rule of the stack judges
    static boolean isAlwaysRead(String metricId, Set<String> ruled) {
        return OVERVIEW.contains(metricId) || ruled.contains(metricId);
    }

    /// CloudWatch knows the age of messages for every queue; it matters where they wait to be destroyed, and where a rule
    /// asks for it.
    private List<String> read(StackFile stack, MetricDefinition metric, boolean ruled) {
        if (metric.kind() != ComponentKind.QUEUE) {
            return names(stack, metric);
        }
        Stream<String> deadLetters = stack.components().queues().stream()
                .flatMap(queue -> deadLetterQueue.apply(queue).stream());
        return Stream.concat(ruled ? names(stack, metric).stream() : Stream.empty(), deadLetters).distinct().toList();
    }

    /// The components of the stack that have the metric.
    static List<String> names(StackFile stack, MetricDefinition metric) {
        Components parts = stack.components();
        return switch (metric.kind()) {
            case SERVICE -> parts.services().stream().map(service -> service.name()).toList();
            case LOAD_BALANCER -> parts.loadBalancers().stream().map(balancer -> balancer.name()).toList();
            case TARGET_GROUP -> parts.loadBalancers().stream().flatMap(balancer -> balancer.targetGroups().stream())
                    .toList();
            case DATABASE -> parts.databases().stream().filter(database -> has(database, metric))
                    .map(DatabaseSpec::id).toList();
            case CACHE -> parts.caches().stream().map(cache -> cache.id()).toList();
            case QUEUE -> parts.queues().stream().map(queue -> queue.name()).toList();
            case BATCH_QUEUE -> parts.batchQueues();
            case PIPE -> SiteReader.pipes(stack);
            case PIPELINE -> parts.pipelines();
            case STACK -> List.of(stack.name());
        };
    }

    private static boolean has(DatabaseSpec database, MetricDefinition metric) {
        return switch (metric.scope()) {
            case EVERY -> true;
            case INSTANCE -> database.kind() == DatabaseSpec.Kind.INSTANCE;
            case CLUSTER -> database.kind() == DatabaseSpec.Kind.CLUSTER;
        };
    }

    /// Aurora reports by cluster.
    private static MetricDefinition fitted(StackFile stack, MetricDefinition metric, String name) {
        boolean cluster = metric.kind() == ComponentKind.DATABASE && stack.components().databases().stream()
                .anyMatch(database -> database.id().equals(name) && database.kind() == DatabaseSpec.Kind.CLUSTER);
        return cluster ? metric.withDimension("DBInstanceIdentifier", "DBClusterIdentifier") : metric;
    }
}
