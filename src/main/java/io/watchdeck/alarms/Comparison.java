package io.watchdeck.alarms;

import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricDefinition.Derived;
import io.watchdeck.metrics.MetricDefinition.Formula;
import io.watchdeck.metrics.MetricDefinition.Polled;
import io.watchdeck.metrics.Unit;
import io.watchdeck.stack.RuleSpec;
import java.time.Duration;
import java.util.Set;

/// What a rule or alarm compares with its threshold, and how.
///
/// @param statistic of each period, as CloudWatch names it; empty where it is not one of the component's whole metric
/// @param period    over which the statistic is taken
/// @param whole     whether values are whole numbers: then more than 0 is at least 1
public record Comparison(Relation relation, String statistic, Duration period, boolean whole) {

    /// The statistic of what the console counts itself: the newest value.
    static final String LAST = "last";
    private static final Set<String> WHOLE = Set.of("Sum", "Maximum", "Minimum", LAST);

    /// Of values that may lie between whole numbers.
    public Comparison(Relation relation, String statistic, Duration period) {
        this(relation, statistic, period, false);
    }

    /// Of a metric. The statistics of a count are whole, but for an average.
    static Comparison of(MetricDefinition metric, Relation relation, String statistic, Duration period) {
        boolean counts = metric.unit() == Unit.COUNT || metric.unit() == Unit.PER_MINUTE;
        return new Comparison(relation, statistic, period, counts && WHOLE.contains(statistic));
    }

    /// The statistic of each period in which a metric of the catalogue is judged.
    static String statistic(MetricDefinition metric) {
        return switch (metric.origin()) {
            case CloudWatch cloudWatch -> cloudWatch.statistic();
            case Polled() -> LAST;
            case Derived(var formula) -> switch (formula) {
                case Formula.Sum _ -> "Sum";
                case Formula.Share _ -> "Average";
            };
        };
    }

    /// On which side of its threshold a value breaches.
    public enum Relation {
        ABOVE, AT_LEAST, BELOW, AT_MOST;

        public boolean isBreached(double value, double threshold) {
            return switch (this) {
                case ABOVE -> value > threshold;
                case AT_LEAST -> value >= threshold;
                case BELOW -> value < threshold;
                case AT_MOST -> value <= threshold;
            };
        }

        boolean isUpper() {
            return this == ABOVE || this == AT_LEAST;
        }

        /// The whole number next to those that breach: more than 0, at least 1 and more than 0.5 all have 0.
        private double edge(double threshold) {
            return switch (this) {
                case ABOVE -> Math.floor(threshold);
                case AT_LEAST -> Math.ceil(threshold) - 1;
                case BELOW -> Math.ceil(threshold);
                case AT_MOST -> Math.floor(threshold) + 1;
            };
        }

        public static Relation of(RuleSpec.Direction direction) {
            return switch (direction) {
                case ABOVE -> ABOVE;
                case BELOW -> BELOW;
            };
        }

        /// @param operator as CloudWatch names it, such as `GreaterThanOrEqualToThreshold`
        public static Relation of(String operator) {
            boolean orEqual = operator.contains("OrEqual");
            return operator.startsWith("Less") ? orEqual ? AT_MOST : BELOW : orEqual ? AT_LEAST : ABOVE;
        }
    }

    /// Whether the other finds the same with another threshold. A sum grows with its period; other statistics are of one size whatever the
    /// period.
    ///
    /// @param threshold of this one
    /// @param others    threshold of the other
    boolean isThatOf(Comparison other, double threshold, double others) {
        boolean limit = whole && other.whole
                ? relation.isUpper() == other.relation.isUpper()
                        && relation.edge(threshold) == other.relation.edge(others)
                : relation == other.relation && threshold == others;
        return limit && !statistic.isEmpty() && statistic.equals(other.statistic)
                && (!statistic.equals("Sum") || period.equals(other.period));
    }
}
