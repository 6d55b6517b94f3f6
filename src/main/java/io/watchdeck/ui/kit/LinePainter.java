package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.Painting.Ink;
import java.util.Arrays;

/// Paints lines of samples, with nothing across their gaps.
///
/// @param range   the time that is shown
/// @param columns how many pixels it is wide
record LinePainter(Pen pen, TimeRange range, int columns) {

    static final double AREA = 0.14;
    private static final double DOT = 2;
    /// Samples a pixel from which a line is no longer seen as one.
    private static final double DENSE = 2;

    /// @param filled whether the area below is tinted
    void paint(ChartFrame frame, ChartData.Line line, boolean filled) {
        Ink ink = ChartFrame.ink(line);
        for (Decimation.Run run : Decimation.of(line.values(), line.period(), range, columns)) {
            int count = run.size();
            double[] xs = new double[count];
            double[] ys = new double[count];
            for (int index = 0; index < count; index++) {
                xs[index] = frame.time().of(run.seconds()[index]);
                ys[index] = frame.value().of(run.values()[index]);
            }
            if (count == 1) {
                alone(frame, line, xs[0], ys[0]);
            } else if (count > DENSE * (xs[count - 1] - xs[0])) {
                DenseLine.of(xs, ys).paint(pen, ink, filled ? frame.bottom() : 0);
            } else {
                thin(ink, xs, ys, filled ? frame.bottom() : 0);
            }
        }
    }

    /// @param bottom to which the area below is tinted; 0 for not at all
    private void thin(Ink ink, double[] xs, double[] ys, double bottom) {
        int count = xs.length;
        if (bottom > 0) {
            double[] around = Arrays.copyOf(xs, count + 2);
            double[] below = Arrays.copyOf(ys, count + 2);
            around[count] = xs[count - 1];
            below[count] = bottom;
            around[count + 1] = xs[0];
            below[count + 1] = bottom;
            pen.to().setGlobalAlpha(AREA);
            pen.fill(ink);
            pen.to().fillPolygon(around, below, count + 2);
            pen.to().setGlobalAlpha(1);
        }
        pen.to().setStroke(pen.inks().apply(ink));
        pen.to().setLineWidth(1.5);
        pen.to().strokePolyline(xs, ys, count);
    }

    /// A sample between two gaps: a dash over its period, or a dot where that is hardly a pixel.
    private void alone(ChartFrame frame, ChartData.Line line, double x, double y) {
        double wide = line.period().toSeconds() * columns / (double) Math.max(1, range.length().toSeconds());
        pen.fill(ChartFrame.ink(line));
        if (wide > 2 * DOT) {
            pen.to().fillRect(x, y - 1, wide, 2);
        } else {
            pen.to().fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
        }
    }
}
