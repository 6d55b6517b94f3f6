package io.watchdeck.alarms;

import io.watchdeck.stack.RuleSpec;
import java.time.Duration;

/// What a rule or alarm compares with its threshold, and how.
///
/// @param statistic of each period, as CloudWatch names it; empty where it is not one of the component's whole metric
/// @param period    over which the statistic is taken
public record Comparison(Relation relation, String statistic, Duration period) {

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

    /// Whether the other finds the same. A sum grows with its period; other statistics are of one size whatever the
    /// period.
    boolean isThatOf(Comparison other) {
        return relation == other.relation && !statistic.isEmpty() && statistic.equals(other.statistic)
                && (!statistic.equals("Sum") || period.equals(other.period));
    }
}
