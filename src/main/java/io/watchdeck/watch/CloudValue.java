package io.watchdeck.watch;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Comparison;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;

/// The value of a CloudWatch alarm, which DescribeAlarms does not tell: our own newest reading of its metric, over the
/// alarm's period, where the console reads the same statistic of it; else, of an alarm in alarm, the value that AWS gave
/// as its reason when it reached that state.
final class CloudValue {

    /// A metric without a point for this many periods has no present value, as everywhere.
    private static final int SILENT_PERIODS = 10;

    private static final Set<String> COMBINED = Set.of("Sum", "Maximum", "Minimum", "Average");

    private CloudValue() {}

    /// @param metric   that the alarm watches
    /// @param compared how
    /// @param series   our own readings of it
    static OptionalDouble own(MetricDefinition metric, Comparison compared, Series series, Instant now) {
        boolean same = switch (metric.origin()) {
            case CloudWatch origin -> origin.statistic().equals(compared.statistic());
            case MetricDefinition.Derived _ -> !compared.statistic().isEmpty();
            // What the console counts itself is another figure than CloudWatch's.
            case MetricDefinition.Polled _ -> false;
        };
        Duration period = metric.apart();
        // No percentile can be made of those of single minutes.
        same &= COMBINED.contains(compared.statistic()) || compared.period().compareTo(period) <= 0;
        Series known = series.complete(period, now);
        if (!same || known.isEmpty()
                || known.last().get().at().plus(period.multipliedBy(SILENT_PERIODS)).isBefore(now)) {
            return OptionalDouble.empty();
        }
        Instant end = known.last().get().at().plus(period);
        return OptionalDouble.of(over(known.between(end.minus(longer(compared.period(), period)), end),
                compared.statistic()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static double over(Series part, String statistic) {
        double sum = 0;
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < part.size(); i++) {
            sum += part.value(i);
            most = Math.max(most, part.value(i));
            least = Math.min(least, part.value(i));
        }
        return switch (statistic) {
            case "Sum" -> sum;
            case "Maximum" -> most;
            case "Minimum" -> least;
            default -> sum / part.size();
        };
    }

    /// What AWS gave as the reason of an alarm; of one that is OK it says nothing of now.
    static OptionalDouble told(CloudAlarm alarm) {
        return alarm.inAlarm() ? alarm.reasonValue() : OptionalDouble.empty();
    }
}
