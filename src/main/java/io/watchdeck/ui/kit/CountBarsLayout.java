package io.watchdeck.ui.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
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

    /// Between two texts of the axis.
    private static final double APART = 6;

    /// @param centre of the text
    record PlacedTick(String text, double centre, double width) {

        private boolean isClear(PlacedTick other) {
            return Math.abs(centre - other.centre) >= (width + other.width) / 2 + APART;
        }
    }

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

    /// What is written below, as far as it has room: the widest first, as that is a day's.
    ///
    /// @param width of a text, in pixels
    List<PlacedTick> ticks(ToDoubleFunction<String> width) {
        List<PlacedTick> all = bars.ticks().stream().map(tick -> placed(tick, width.applyAsDouble(tick.text())))
                .sorted(Comparator.comparingDouble(PlacedTick::width).reversed()).toList();
        var placed = new ArrayList<PlacedTick>();
        for (PlacedTick one : all) {
            if (placed.stream().allMatch(one::isClear)) {
                placed.add(one);
            }
        }
        return placed;
    }

    private PlacedTick placed(CountBars.Tick tick, double wide) {
        double half = wide / 2;
        return new PlacedTick(tick.text(), Math.clamp(x(tick.at()), half, Math.max(half, width - half)), wide);
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
