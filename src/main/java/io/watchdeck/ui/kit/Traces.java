package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.model.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/// Where the lines of a plot go, in pixels: a text that is written on the plot stands beside them.
///
/// @param start the left edge of the first column
/// @param lines of each line and each column of pixels how high and how low it goes; what is not a number is nothing
record Traces(double start, List<float[][]> lines) {

    /// Between a stroke and a text beside it.
    private static final double AIR = 2;
    /// From one place that is tried to the next.
    private static final double STEP = 6;

    /// @param range the time that is shown
    static Traces of(ChartFrame frame, TimeRange range) {
        int columns = (int) Math.max(1, frame.time().end() - frame.time().start()) + 1;
        var lines = new ArrayList<float[][]>();
        for (ChartData.Line line : frame.plot().lines()) {
            float[][] spans = new float[2][columns];
            Arrays.fill(spans[0], Float.NaN);
            Arrays.fill(spans[1], Float.NaN);
            for (Decimation.Run run : Decimation.of(line.values(), line.period(), range, columns)) {
                trace(frame, run, spans);
            }
            lines.add(spans);
        }
        return new Traces(frame.time().start(), lines);
    }

    private static void trace(ChartFrame frame, Decimation.Run run, float[][] spans) {
        double start = frame.time().start();
        double beforeX = frame.time().of(run.seconds()[0]) - start;
        double beforeY = frame.value().of(run.values()[0]);
        put(spans, beforeX, beforeY, beforeX, beforeY);
        for (int index = 1; index < run.size(); index++) {
            double x = frame.time().of(run.seconds()[index]) - start;
            double y = frame.value().of(run.values()[index]);
            put(spans, beforeX, beforeY, x, y);
            beforeX = x;
            beforeY = y;
        }
    }

    private static void put(float[][] spans, double fromX, double fromY, double toX, double toY) {
        int last = (int) Math.min(spans[0].length - 1.0, Math.floor(toX));
        for (int column = (int) Math.max(0, Math.floor(fromX)); column <= last; column++) {
            double one = at(Math.max(fromX, column), fromX, fromY, toX, toY);
            double other = at(Math.min(toX, column + 1.0), fromX, fromY, toX, toY);
            spans[0][column] = lower(spans[0][column], Math.min(one, other));
            spans[1][column] = -lower(-spans[1][column], -Math.max(one, other));
        }
    }

    private static double at(double x, double fromX, double fromY, double toX, double toY) {
        return toX - fromX < 1e-9 ? x < toX ? fromY : toY : fromY + (toY - fromY) * (x - fromX) / (toX - fromX);
    }

    private static float lower(float before, double now) {
        return Float.isNaN(before) ? (float) now : (float) Math.min(before, now);
    }

    /// Whether a line goes through a box, or close by.
    boolean cross(double left, double top, double wide, double tall) {
        for (float[][] spans : lines) {
            int last = (int) Math.min(spans[0].length - 1.0, Math.floor(left + wide + AIR - start));
            for (int column = (int) Math.max(0, Math.floor(left - AIR - start)); column <= last; column++) {
                if (spans[0][column] < top + tall + AIR && spans[1][column] > top - AIR) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The place nearest to the wanted one that will do.
    ///
    /// @param from the first place that may be
    /// @param to   the last one
    static Optional<Double> nearest(double wanted, double from, double to, DoublePredicate free) {
        for (double away = 0; wanted - away >= from || wanted + away <= to; away += STEP) {
            if (wanted - away >= from && wanted - away <= to && free.test(wanted - away)) {
                return Optional.of(wanted - away);
            }
            if (wanted + away <= to && wanted + away >= from && free.test(wanted + away)) {
                return Optional.of(wanted + away);
            }
        }
        return Optional.empty();
    }
}
