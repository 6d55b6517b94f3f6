package io.watchdeck.metrics;

import io.watchdeck.model.LeastKept;
import java.time.Duration;
import java.time.Instant;

/// How finely history is kept, and for how long: about as long as CloudWatch keeps the same period, and hours longer.
public enum Tier {
    MINUTE(Duration.ofMinutes(1), LeastKept.MINUTES),
    FIVE_MINUTES(Duration.ofMinutes(5), LeastKept.FIVE_MINUTES),
    HOUR(Duration.ofHours(1), LeastKept.HOURS);

    private final Duration period;
    private final Duration kept;

    Tier(Duration period, LeastKept kept) {
        this.period = period;
        this.kept = Duration.ofDays(kept.days());
    }

    /// The length of each sample's period. Periods begin at its multiples since 1970 in UTC, as CloudWatch's do: no zone
    /// and no daylight saving time moves them.
    public Duration period() {
        return period;
    }

    /// A sample is kept at least so long.
    public Duration kept() {
        return kept;
    }

    /// The begin of the period in which this instant lies.
    public Instant begin(Instant at) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }
}
