package io.watchdeck.ui;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Series by the minute that look like life and are the same in every run.
final class Waves {

    private Waves() {}

    /// @param minutes how long, ending at `end`
    /// @param shape   value at a share of the time, 0 to 1
    /// @param rough   how much it trembles, as a share of the value
    static Series of(Instant end, int minutes, double rough, long seed, DoubleUnaryOperator shape) {
        var random = new java.util.Random(seed);
        var samples = new ArrayList<Sample>();
        Instant last = Instant.ofEpochSecond(end.getEpochSecond() / 60 * 60);
        for (int minute = minutes; minute >= 1; minute--) {
            double at = 1 - (double) minute / minutes;
            double value = shape.applyAsDouble(at) * (1 + rough * (random.nextDouble() - 0.5));
            samples.add(new Sample(last.minusSeconds(60L * minute), Math.max(0, value)));
        }
        return Series.of(samples);
    }

    static Series without(Series series, Instant from, Instant to) {
        return series.between(Instant.EPOCH, from).with(series.between(to, Instant.MAX.minusSeconds(1)));
    }

    static Series sparse(Series series, int... minutesAgo) {
        var samples = new ArrayList<Sample>();
        List<Integer> chosen = java.util.Arrays.stream(minutesAgo).boxed().toList();
        for (int index = 0; index < series.size(); index++) {
            samples.add(new Sample(series.at(index), chosen.contains(series.size() - index) ? 1 : 0));
        }
        return Series.of(samples);
    }
}
