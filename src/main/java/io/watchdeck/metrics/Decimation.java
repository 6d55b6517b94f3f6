package io.watchdeck.metrics;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a picture needs of a series: runs without a gap, and of each column of pixels at most the first, the lowest, the
/// highest and the last sample. A week of minutes then costs no more than the width of the picture, and a single spike
/// is as high as it was.
public final class Decimation {

    private static final int OF_A_COLUMN = 4;

    private Decimation() {}

    /// Samples between which no period is missing, in order of time.
    ///
    /// @param seconds since 1970
    public record Run(long[] seconds, double[] values) {

        public int size() {
            return seconds.length;
        }
    }

    /// A step of more than one period is a gap, and ends a run: nothing may bridge it. A value that is not a number is no
    /// sample. Of the samples outside the range only the neighbours at its edges are there, so that a line goes on to
    /// the edge.
    ///
    /// @param period  the length of each sample's period
    /// @param columns how many pixels the range is wide
    public static List<Run> of(Series series, Duration period, TimeRange range, int columns) {
        var runs = new ArrayList<Run>();
        long longest = longest(period);
        int start = Math.max(0, firstAtOrAfter(series, range.from().getEpochSecond()) - 1);
        int end = Math.min(series.size(), firstAtOrAfter(series, range.to().getEpochSecond()) + 1);
        int from = start;
        while (from < end) {
            while (from < end && Double.isNaN(series.value(from))) {
                from++;
            }
            int to = from;
            while (to < end && !Double.isNaN(series.value(to))
                    && (to == from || series.second(to) - series.second(to - 1) <= longest)) {
                to++;
            }
            if (to > from) {
                runs.add(run(series, from, to, range, columns));
            }
            from = to;
        }
        return runs;
    }

    /// The longest step in seconds that is not a gap. Samples of polled figures come a little early or late.
    static long longest(Duration period) {
        return Math.max(1, period.toSeconds()) * 3 / 2;
    }

    /// The length of a period as the samples themselves show it: the shortest step. One minute where there are fewer than
    /// two.
    public static Duration period(Series series) {
        long shortest = Long.MAX_VALUE;
        for (int index = 1; index < series.size(); index++) {
            shortest = Math.min(shortest, series.second(index) - series.second(index - 1));
        }
        return series.size() < 2 ? Tier.MINUTE.period() : Duration.ofSeconds(shortest);
    }

    /// The highest value; 0 where none is higher.
    public static double highest(Series series) {
        double highest = 0;
        for (int index = 0; index < series.size(); index++) {
            double value = series.value(index);
            highest = value > highest ? value : highest;
        }
        return highest;
    }

    private static Run run(Series series, int from, int to, TimeRange range, int columns) {
        double perColumn = Math.max(1, range.length().toSeconds()) / (double) Math.max(1, columns);
        long begin = range.from().getEpochSecond();
        int most = (int) Math.min(to - from, OF_A_COLUMN * (columns + 2L));
        long[] seconds = new long[most];
        double[] values = new double[most];
        int kept = 0;
        int index = from;
        while (index < to) {
            long column = column(series.second(index) - begin, perColumn);
            int end = index;
            int low = index;
            int high = index;
            while (end < to && column(series.second(end) - begin, perColumn) == column) {
                low = series.value(end) < series.value(low) ? end : low;
                high = series.value(end) > series.value(high) ? end : high;
                end++;
            }
            int last = -1;
            for (int chosen : new int[] {index, Math.min(low, high), Math.max(low, high), end - 1}) {
                if (chosen > last) {
                    seconds[kept] = series.second(chosen);
                    values[kept++] = series.value(chosen);
                    last = chosen;
                }
            }
            index = end;
        }
        return new Run(Arrays.copyOf(seconds, kept), Arrays.copyOf(values, kept));
    }

    private static long column(long second, double perColumn) {
        return (long) Math.floor(second / perColumn);
    }

    /// Where in the series the first sample at or after the second is; its size when there is none.
    static int firstAtOrAfter(Series series, long second) {
        int low = 0;
        int high = series.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (series.second(middle) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
