package io.watchdeck.ui.kit;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Where everything of a [CountBars] is on a canvas of some size. Pixels from the upper left corner.
///
/// @param end  the count at the upper end of the axis
/// @param step between two lines of the grid
record CountBarsLayout(CountBars bars, double width, double height, double end, double step) {

    static final double LEFT = 34;
    static final double RIGHT = 10;
    static final double TOP = 12;
    static final double FOOT = 22;

    private static final int LINES = 3;
    private static final int FEWEST = 3;
    private static final double SHARE = 0.68;
    private static final double WIDEST = 34;

    static CountBarsLayout of(CountBars bars, double width, double height) {
        int most = bars.slots().stream().mapToInt(CountBars.Slot::sum).max().orElse(0);
        double end = Scale.end(Math.max(FEWEST, most));
        double step = Scale.step(end, LINES, true);
        return new CountBarsLayout(bars, width, height, Math.ceil(end / step) * step, step);
    }

    double bottom() {
        return Math.max(TOP + 1, height - FOOT);
    }

    double right() {
        return Math.max(LEFT + 1, width - RIGHT);
    }

    double x(Instant at) {
        long all = bars.range().length().toMillis();
        double share = all == 0 ? 0
                : (double) java.time.Duration.between(bars.range().from(), at).toMillis() / all;
        return LEFT + Math.clamp(share, 0, 1) * (right() - LEFT);
    }

    double y(double count) {
        return bottom() - Math.clamp(count / end, 0, 1) * (bottom() - TOP);
    }

    /// The counts at which a line crosses the picture, from below.
    List<Double> grid() {
        return Scale.lines(end, step);
    }

    double slotStart(int slot) {
        return x(bars.slots().get(slot).range().from());
    }

    double slotWidth(int slot) {
        return x(bars.slots().get(slot).range().to()) - slotStart(slot);
    }

    double barWidth(int slot) {
        return Math.clamp(Math.floor(slotWidth(slot) * SHARE), 1, WIDEST);
    }

    double barStart(int slot) {
        return Math.rint(slotStart(slot) + (slotWidth(slot) - barWidth(slot)) / 2);
    }

    /// The stretch at a pixel; empty beside them.
    OptionalInt slotAt(double x) {
        return IntStream.range(0, bars.slots().size())
                .filter(slot -> x >= slotStart(slot) && x < slotStart(slot) + slotWidth(slot)).findFirst();
    }
}
