package io.watchdeck.sandbox.telemetry;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/// One metric: a value a minute from when the simulation began, and before that the undisturbed figure as a pure
/// function of time, so that years of past cost nothing. NaN is a minute without a point.
public final class RecordedMetric {

    public enum Kind {
        /// A level, such as CPU: all statistics of a minute are the level.
        GAUGE,
        /// Counted events, such as requests: a minute's sum.
        COUNT,
        /// Response times: holds the 95th percentile, from which the others follow.
        LATENCY
    }

    /// Three days of minutes; older ones turn into the undisturbed figure again.
    private static final int KEPT = 4320;
    /// How many minutes of the undisturbed past are looked at for one long period.
    private static final int LOOKS = 12;

    private final Kind kind;
    private final LongToDoubleFunction undisturbed;
    private final LongToDoubleFunction live;
    private float[] values = new float[256];
    private int size;
    private long first;

    /// @param undisturbed the value of the minute that begins at the given second, if nothing special happens
    /// @param live        the same as the state is now
    RecordedMetric(Kind kind, LongToDoubleFunction undisturbed, LongToDoubleFunction live) {
        this.kind = kind;
        this.undisturbed = undisturbed;
        this.live = live;
    }

    /// Notes the value of the minute that has just passed. Minutes come one after the other.
    void record(long minute) {
        if (size == 0) {
            first = minute;
        }
        if (size == values.length) {
            makeRoom();
        }
        values[size++] = (float) live.applyAsDouble(minute * 60);
    }

    private void makeRoom() {
        if (values.length < KEPT) {
            values = Arrays.copyOf(values, Math.min(KEPT, values.length * 2));
            return;
        }
        int dropped = KEPT / 2;
        System.arraycopy(values, dropped, values, 0, size - dropped);
        size -= dropped;
        first += dropped;
    }

    /// The value of a complete minute, NaN where it has none.
    private double at(long minute) {
        if (minute < first || size == 0) {
            return undisturbed.applyAsDouble(minute * 60);
        }
        long index = minute - first;
        return index < size ? values[(int) index] : Double.NaN;
    }

    /// The newest minutes' average; NaN when none of them has a point.
    public double averageOfLast(int minutes) {
        return size == 0 ? Double.NaN
                : statistic("Average", first + size - minutes, first + size);
    }

    /// The sum over the seconds `from` to before `to`; 0 when there is no point.
    public double sum(long from, long to) {
        double sum = statistic("Sum", from / 60, to / 60);
        return Double.isNaN(sum) ? 0 : sum;
    }

    /// A statistic over minutes `from` to before `to`, counted in minutes of the epoch; NaN when there is no point.
    double statistic(String statistic, long from, long to) {
        long step = to <= first ? Math.max(1, (to - from) / LOOKS) : 1;
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (long minute = from; minute < to; minute += step) {
            double value = at(minute);
            if (!Double.isNaN(value)) {
                sum += value;
                low = Math.min(low, value);
                high = Math.max(high, value);
                count++;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double factor = kind == Kind.LATENCY ? ofPercentile95(statistic) : 1;
        return switch (statistic) {
            case "Sum" -> sum * step;
            case "SampleCount" -> count * step;
            case "Minimum" -> low * factor;
            case "Maximum" -> high * factor;
            default -> sum / count * factor;
        };
    }

    private static double ofPercentile95(String statistic) {
        return switch (statistic) {
            case "Minimum" -> 0.1;
            case "Maximum" -> 2.6;
            case "Average" -> 0.52;
            case "p50" -> 0.4;
            case "p90" -> 0.8;
            case "p99" -> 1.7;
            default -> 1;
        };
    }
}
