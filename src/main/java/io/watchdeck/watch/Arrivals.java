package io.watchdeck.watch;

import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import java.time.Duration;
import java.time.Instant;

/// When a metric may have something new to tell. CloudWatch has a period a minute or more after it ended, so that a metric
/// of longer periods than a reading is apart is asked for when the last one may have come, and once more for one that came
/// late or was corrected: of five readings of a figure of five minutes the other three would answer what is known, and
/// each costs as much as these.
final class Arrivals {

    /// After the end of a period.
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofMinutes(3);

    private Arrivals() {}

    /// @param before when it was answered last, by the minute
    /// @param now    the minute that is asked for
    static boolean mayBe(MetricDefinition metric, Instant before, Instant now) {
        return !(metric.origin() instanceof CloudWatch cloudWatch) || cloudWatch.period().compareTo(LATE) <= 0
                || before.isAfter(now) || before.isBefore(newest(cloudWatch.period(), now));
    }

    /// The newest time at which there was something to be asked for.
    private static Instant newest(Duration period, Instant now) {
        long seconds = period.toSeconds();
        Instant begun = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
        if (!now.isBefore(begun.plus(LATE))) {
            return begun.plus(LATE);
        }
        return now.isBefore(begun.plus(FIRST)) ? begun.minus(period).plus(LATE) : begun.plus(FIRST);
    }
}
