package io.watchdeck.metrics;

import io.watchdeck.model.TimeRange;
import java.time.Instant;

/// How finely a picture shows a stretch of time.
public final class Resolution {

    /// Minutes of three days in 900 pixels: beyond, five minutes show the same and read a fifth.
    private static final double MINUTES_A_PIXEL = 5;
    /// Five minutes of a month in 900 pixels; their lowest and highest in each column are still what happened.
    private static final double FIVES_A_PIXEL = 10;

    private Resolution() {}

    /// The finest tier that still keeps the whole range and has not many times more samples than there are pixels.
    public static Tier of(TimeRange range, Instant now, double pixels) {
        return of(range, now, pixels, Retention.standard());
    }

    /// @param retention how long the tiers are kept
    public static Tier of(TimeRange range, Instant now, double pixels, Retention retention) {
        if (fits(Tier.MINUTE, range, now.minus(retention.kept(Tier.MINUTE)), pixels * MINUTES_A_PIXEL)) {
            return Tier.MINUTE;
        }
        return fits(Tier.FIVE_MINUTES, range, now.minus(retention.kept(Tier.FIVE_MINUTES)), pixels * FIVES_A_PIXEL)
                ? Tier.FIVE_MINUTES : Tier.HOUR;
    }

    private static boolean fits(Tier tier, TimeRange range, Instant first, double most) {
        boolean kept = !range.from().isBefore(first);
        return kept && range.length().toSeconds() <= most * tier.period().toSeconds();
    }
}
