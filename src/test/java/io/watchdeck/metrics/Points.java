package io.watchdeck.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/// Makes series by the minute.
public final class Points {

    public static final Duration MINUTE = Duration.ofMinutes(1);
    /// The begin of every series here.
    public static final Instant T0 = Instant.parse("2026-09-22T04:00:00Z");

    private Points() {}

    public static Instant at(int minute) {
        return T0.plus(MINUTE.multipliedBy(minute));
    }

    /// A sample each minute from [#T0] on; NaN leaves its minute out.
    public static Series minutes(double... values) {
        return from(0, values);
    }

    public static Series from(int minute, double... values) {
        return every(MINUTE, at(minute), values);
    }

    public static Series every(Duration period, Instant begin, double... values) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                samples.add(new Sample(begin.plus(period.multipliedBy(i)), values[i]));
            }
        }
        return Series.of(samples);
    }
}
