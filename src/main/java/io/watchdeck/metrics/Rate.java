package io.watchdeck.metrics;

import java.time.Duration;

/// Turns sums into rates, so that an hour and a minute of the same traffic are equally high and stand under one limit.
/// Pure.
public final class Rate {

    private static final long MINUTE = Tier.MINUTE.period().toSeconds();

    private Rate() {}

    /// Per minute, from the sums over each sample's own period. Where what cannot be rolled up goes on more finely than it
    /// began, a sample's period is as long as the steps beside it show.
    ///
    /// @param longest the period of the tier that was asked for: a longer step is a gap
    public static Series perMinute(Series sums, Duration longest) {
        int count = sums.size();
        long[] seconds = new long[count];
        double[] values = new double[count];
        for (int index = 0; index < count; index++) {
            long step = longest.toSeconds();
            if (index > 0) {
                step = Math.min(step, sums.second(index) - sums.second(index - 1));
            }
            if (index + 1 < count) {
                step = Math.min(step, sums.second(index + 1) - sums.second(index));
            }
            seconds[index] = sums.second(index);
            values[index] = sums.value(index) * MINUTE / period(step);
        }
        return Series.of(seconds, values, count);
    }

    /// The longest period of a tier that is no longer than the step.
    private static long period(long step) {
        long period = MINUTE;
        for (Tier tier : Tier.values()) {
            if (tier.period().toSeconds() <= step) {
                period = tier.period().toSeconds();
            }
        }
        return period;
    }
}
