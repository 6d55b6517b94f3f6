package io.watchdeck.ui.kit;

import io.watchdeck.ui.kit.Painting.Ink;
import java.util.Arrays;

/// A line with several samples in every column of pixels: there its shape is how far up and down each column goes. Bars
/// of whole pixels cost a small part of what stroking thousands of corners does, and look the same.
///
/// @param x    left edge of each column, whole pixels
/// @param high upper end of its bar, in pixels from above
/// @param low  lower end
record DenseLine(double[] x, double[] high, double[] low) {

    /// As thick as a line that is stroked.
    private static final double THIN = 1.5;

    /// Each column's bar goes on from where the line left the column before.
    static DenseLine of(double[] xs, double[] ys) {
        int most = (int) (xs[xs.length - 1] - xs[0]) + 2;
        double[] x = new double[most];
        double[] high = new double[most];
        double[] low = new double[most];
        int count = -1;
        for (int index = 0; index < xs.length; index++) {
            double column = Math.floor(xs[index]);
            if (count < 0 || column > x[count]) {
                double before = ys[Math.max(0, index - 1)];
                count++;
                x[count] = column;
                high[count] = before;
                low[count] = before;
            }
            high[count] = Math.min(high[count], ys[index]);
            low[count] = Math.max(low[count], ys[index]);
        }
        count++;
        return new DenseLine(Arrays.copyOf(x, count), Arrays.copyOf(high, count), Arrays.copyOf(low, count));
    }

    /// @param bottom to which the area below is tinted; 0 for not at all
    void paint(Pen pen, Ink ink, double bottom) {
        pen.fill(ink);
        int count = x.length;
        if (bottom > 0) {
            double[] around = Arrays.copyOf(x, count + 2);
            double[] above = Arrays.copyOf(high, count + 2);
            around[count] = x[count - 1];
            above[count] = bottom;
            around[count + 1] = x[0];
            above[count + 1] = bottom;
            pen.to().setGlobalAlpha(LinePainter.AREA);
            pen.to().fillPolygon(around, above, count + 2);
            pen.to().setGlobalAlpha(1);
        }
        for (int index = 0; index < count; index++) {
            double until = index + 1 < count ? x[index + 1] : x[index] + 1;
            double top = Math.rint(high[index]);
            pen.to().fillRect(x[index], top, until - x[index], Math.max(THIN, Math.rint(low[index]) - top));
        }
    }
}
