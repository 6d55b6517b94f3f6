package io.watchdeck.ui.kit;

import java.time.Instant;

/// A linear map from values, or seconds since 1970, to pixels.
record Scale(double low, double high, double start, double end) {

    double of(double value) {
        return high == low ? end : start + (value - low) / (high - low) * (end - start);
    }

    double of(Instant at) {
        return of(at.toEpochMilli() / 1000.0);
    }

    double back(double pixel) {
        return end == start ? low : low + (pixel - start) / (end - start) * (high - low);
    }

    Instant instant(double pixel) {
        return Instant.ofEpochMilli(Math.round(back(pixel) * 1000));
    }

    /// A round number at or above the value: 1, 2, 2.5 or 5 times a power of ten.
    static double round(double value) {
        if (!(value > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (value <= step * power * 1.0001) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
