package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The points of a series in pixels: runs without a gap, and in each pixel column at most its first, lowest, highest
/// and last value, so that a week of minutes costs no more than the width of the chart.
final class Plot {

    /// Points without a gap between them.
    record Run(double[] x, double[] y) {}

    private Plot() {}

    /// The usual distance between two samples: the median, so that gaps do not count.
    static Duration rhythm(Series series) {
        if (series.size() < 2) {
            return Duration.ofMinutes(1);
        }
        long[] steps = new long[series.size() - 1];
        for (int index = 0; index < steps.length; index++) {
            steps[index] = series.at(index + 1).getEpochSecond() - series.at(index).getEpochSecond();
        }
        Arrays.sort(steps);
        return Duration.ofSeconds(Math.max(1, steps[steps.length / 2]));
    }

    /// @param x maps seconds since the epoch to pixels
    /// @param y maps values to pixels
    static List<Run> runs(Series series, Scale x, Scale y) {
        long longest = rhythm(series).multipliedBy(5).dividedBy(2).toSeconds();
        var runs = new ArrayList<Run>();
        int from = 0;
        for (int index = 1; index <= series.size(); index++) {
            boolean ends = index == series.size()
                    || series.at(index).getEpochSecond() - series.at(index - 1).getEpochSecond() > longest;
            if (ends) {
                runs.add(run(series, from, index, x, y));
                from = index;
            }
        }
        return runs;
    }

    private static Run run(Series series, int from, int to, Scale x, Scale y) {
        double[] xs = new double[to - from];
        double[] ys = new double[to - from];
        int kept = 0;
        int index = from;
        while (index < to) {
            double column = Math.floor(x.of(series.at(index).getEpochSecond()));
            int end = index;
            int low = index;
            int high = index;
            while (end < to && Math.floor(x.of(series.at(end).getEpochSecond())) == column) {
                low = series.value(end) < series.value(low) ? end : low;
                high = series.value(end) > series.value(high) ? end : high;
                end++;
            }
            int last = -1;
            for (int chosen : new int[] {index, Math.min(low, high), Math.max(low, high), end - 1}) {
                if (chosen > last) {
                    xs[kept] = x.of(series.at(chosen).getEpochSecond());
                    ys[kept++] = y.of(series.value(chosen));
                    last = chosen;
                }
            }
            index = end;
        }
        return new Run(Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept));
    }

    /// A linear map.
    record Scale(double low, double high, double start, double end) {
        double of(double value) {
            return high == low ? end : start + (value - low) / (high - low) * (end - start);
        }

        double back(double pixel) {
            return end == start ? low : low + (pixel - start) / (end - start) * (high - low);
        }
    }

    static double highest(Series series) {
        double highest = 0;
        for (int index = 0; index < series.size(); index++) {
            highest = Math.max(highest, series.value(index));
        }
        return highest;
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
