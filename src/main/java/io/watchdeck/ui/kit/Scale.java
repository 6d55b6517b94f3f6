package io.watchdeck.ui.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A linear map from values, or seconds since 1970, to pixels.
record Scale(double low, double high, double start, double end) {

    /// So many times as many lines are still not too many.
    private static final double ENOUGH = 1.5;
    /// What arithmetic loses.
    private static final double NEARLY = 1.0001;

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
        return above(value, 1, 2, 2.5, 5);
    }

    /// Where an axis ends that is to hold the value: closer above it than [#round], so that the plot is not half empty.
    static double end(double value) {
        return above(value, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8);
    }

    /// Between two lines of a grid, of which there are to be about so many up to an end.
    ///
    /// @param whole what is counted has no halves
    static double step(double end, int lines, boolean whole) {
        double exact = end / lines;
        if (exact == round(exact * 0.999) && !(whole && exact != Math.rint(exact))) {
            return exact;
        }
        double step = round(end / (lines * ENOUGH));
        while (whole && step != Math.rint(step)) {
            step = round(step * 1.01);
        }
        return step;
    }

    /// The values at which a line crosses the picture, from below.
    ///
    /// @param step between two of them
    static List<Double> lines(double end, double step) {
        var lines = new ArrayList<Double>();
        for (int line = 0; line * step <= end * NEARLY; line++) {
            lines.add(line * step);
        }
        return lines;
    }

    private static double above(double value, double... steps) {
        if (!(value > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : steps) {
            if (value <= step * power * NEARLY) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
