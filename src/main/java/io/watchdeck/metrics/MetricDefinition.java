package io.watchdeck.metrics;

import io.watchdeck.model.ComponentKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An entry of the catalogue: what a metric is, where its values come from and how absence is to be read.
///
/// @param id   stable name in stack files and history, such as `service.cpu`
/// @param kind the kind of component it belongs to
/// @param scope which components of the kind have it
/// @param unit  of its values
public record MetricDefinition(String id, ComponentKind kind, Scope scope, Unit unit, Origin origin) {

    public MetricDefinition(String id, ComponentKind kind, Unit unit, Origin origin) {
        this(id, kind, Scope.EVERY, unit, origin);
    }

    /// Databases come as single instances and as Aurora clusters, which have different metrics.
    public enum Scope { EVERY, INSTANCE, CLUSTER }

    public MetricDefinition only(Scope some) {
        return new MetricDefinition(id, kind, some, unit, origin);
    }

    /// The same metric under another dimension: Aurora reports for the cluster what RDS reports for the instance.
    public MetricDefinition withDimension(String from, String to) {
        if (!(origin instanceof CloudWatch cloudWatch)) {
            return this;
        }
        List<Dimension> renamed = cloudWatch.dimensions().stream().map(dimension -> dimension.name().equals(from)
                ? new Dimension.Component(to) : dimension).toList();
        return new MetricDefinition(id, kind, scope, unit, new CloudWatch(cloudWatch.namespace(), cloudWatch.name(),
                cloudWatch.statistic(), cloudWatch.period(), renamed, cloudWatch.combine(), cloudWatch.silence()));
    }

    /// How far apart its samples may be without one missing: as long as a period, or as the console waits between two
    /// readings of such a component. What rests a minute after each reading skips one now and then.
    public Duration apart() {
        return switch (origin) {
            case CloudWatch metric -> metric.period();
            case Derived _ -> Tier.MINUTE.period();
            case Polled _ -> switch (kind) {
                case STACK -> Duration.ofDays(1);
                case BATCH_QUEUE, PIPELINE -> Tier.MINUTE.period().multipliedBy(2);
                case SERVICE, LOAD_BALANCER, TARGET_GROUP, DATABASE, CACHE, QUEUE, PIPE -> Tier.MINUTE.period();
            };
        };
    }

    /// Where values come from.
    public sealed interface Origin {}

    /// A CloudWatch metric.
    ///
    /// @param silence what a period without a point means
    public record CloudWatch(String namespace, String name, String statistic, Duration period,
            List<Dimension> dimensions, Combine combine, Silence silence) implements Origin {
        public CloudWatch {
            dimensions = List.copyOf(dimensions);
        }

        /// The id of the metric whose points turn silence into 0.
        public Optional<String> zeroWhere() {
            return silence instanceof Silence.ZeroWhere(var metric) ? Optional.of(metric) : Optional.empty();
        }
    }

    /// What it means that CloudWatch has no point for a period.
    public sealed interface Silence {

        /// Nothing is known of the period.
        record Absent() implements Silence {}

        /// 0 where the other metric has a point, else nothing is known: CloudWatch keeps error counts only when they are
        /// not zero, so that silence means 0 only where there was traffic.
        ///
        /// @param metric id of the other metric of the same component
        record ZeroWhere(String metric) implements Silence {}

        /// There was nothing to measure where the other metric is 0: without requests there is no response time, and the
        /// last one says nothing about now.
        ///
        /// @param metric id of the other metric of the same component
        record NothingWhereZero(String metric) implements Silence {}
    }

    /// Counted by the console itself at each reading of the component; has no past before the first reading.
    public record Polled() implements Origin {}

    /// Computed from other metrics of the same component, period by period.
    public record Derived(Formula formula) implements Origin {}

    /// How the value of a dimension is found.
    public sealed interface Dimension {
        String name();

        /// The cluster of the stack.
        record Cluster(String name) implements Dimension {}

        /// The component's own name.
        record Component(String name) implements Dimension {}

        /// Whatever value there is: the other dimension decides.
        record Any(String name) implements Dimension {}

        /// Splits what the other dimensions name into parts, such as the nodes of a Memcached cluster. The parts count only
        /// where CloudWatch does not report them together as well, without this dimension.
        record Part(String name) implements Dimension {}

        /// AWS's own value for the component, which holds an id that no stack file knows, found among the dimension
        /// sets of the metric: `prefix` + the component's name + what the regular expression `tail` matches.
        record Found(String name, String prefix, String tail) implements Dimension {

            public boolean matches(String value, String component) {
                String begin = prefix + component;
                return value.startsWith(begin) && value.substring(begin.length()).matches(tail);
            }
        }
    }

    /// How several series of one component (the nodes of a cache) become one.
    public enum Combine { SUM, AVERAGE, MAXIMUM }

    /// Computed period by period.
    public sealed interface Formula {
        List<String> inputs();

        /// The sum of those inputs that have a value in the period. They are counts that CloudWatch keeps only when they
        /// are not zero: where one is silent though another counts, it has nothing to add.
        record Sum(List<String> inputs) implements Formula {}

        /// 100 × part / (part + rest); no value where both are 0 or one of them has none.
        record Share(String part, String rest) implements Formula {
            @Override
            public List<String> inputs() {
                return List.of(part, rest);
            }
        }
    }
}
