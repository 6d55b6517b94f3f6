package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Where everything of a [DayBars] is on a canvas of some size. Pixels from the upper left corner.
///
/// @param end  the amount at the upper end of the axis
/// @param step between two lines of the grid
record DayBarsLayout(DayBars bars, double width, double height, double end, double step) {

    static final double LEFT = 56;
    static final double RIGHT = 8;
    /// Room for the words above the bars.
    static final double TOP = 36;
    static final double FOOT = 22;

    private static final int LINES = 3;
    private static final double SHARE = 0.68;
    private static final double LABEL = 58;

    /// A part of a bar.
    ///
    /// @param part which of the parts
    record Segment(int part, double top, double tall) {}

    static DayBarsLayout of(DayBars bars, double width, double height) {
        double most = DoubleStream.concat(
                bars.days().stream().mapToDouble(day -> Math.max(day.top(), day.outline().orElse(0))),
                bars.guide().stream().mapToDouble(DayBars.Guide::amount)).max().orElse(0);
        double end = Scale.end(most);
        return new DayBarsLayout(bars, width, height, end, Scale.step(end, LINES, false));
    }

    double bottom() {
        return Math.max(TOP + 1, height - FOOT);
    }

    double right() {
        return width - RIGHT;
    }

    double y(double amount) {
        return bottom() - Math.clamp(amount / end, 0, 1) * (bottom() - TOP);
    }

    /// The amounts at which a line crosses the picture, from below.
    List<Double> grid() {
        return Scale.lines(end, step);
    }

    /// How wide a day is with the room around its bar.
    double slot() {
        return Math.max(0, right() - LEFT) / Math.max(1, bars.days().size());
    }

    double slotStart(int day) {
        return LEFT + day * slot();
    }

    double barStart(int day) {
        return Math.rint(slotStart(day) + (slot() - barWidth()) / 2);
    }

    double barWidth() {
        return Math.max(1, Math.floor(slot() * SHARE));
    }

    /// From below; parts that cost nothing, or that brought something back, have no height.
    List<Segment> segments(int day) {
        var segments = new ArrayList<Segment>();
        double sum = 0;
        List<Double> amounts = bars.days().get(day).amounts();
        for (int part = 0; part < amounts.size(); part++) {
            if (amounts.get(part) > 0) {
                double from = y(sum);
                sum += amounts.get(part);
                segments.add(new Segment(part, y(sum), from - y(sum)));
            }
        }
        return segments;
    }

    /// Where the days begin that are not counted; empty where all are.
    OptionalDouble ahead() {
        OptionalInt first = IntStream.range(0, bars.days().size())
                .filter(day -> bars.days().get(day).state() == DayBars.State.AHEAD).findFirst();
        return first.isPresent() ? OptionalDouble.of(slotStart(first.getAsInt())) : OptionalDouble.empty();
    }

    /// The day at a pixel; empty beside the days.
    OptionalInt dayAt(double x) {
        int day = (int) Math.floor((x - LEFT) / slot());
        return x >= LEFT && x < right() && day < bars.days().size() ? OptionalInt.of(day) : OptionalInt.empty();
    }

    /// The days that are named below: the first, then every fifth as far as there is room.
    List<Integer> named() {
        int apart = 5;
        while (apart * slot() < LABEL && apart < bars.days().size()) {
            apart += 5;
        }
        int every = apart;
        return IntStream.range(0, bars.days().size()).filter(day -> day == 0 || (day + 1) % every == 0)
                .filter(day -> day == 0 || slotStart(day) - slotStart(0) >= LABEL).boxed().toList();
    }
}
