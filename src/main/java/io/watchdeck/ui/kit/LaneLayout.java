package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where everything of a lane chart stands: a strip of the whole time, the lanes below each other, the axis at the foot.
/// What happened takes what it needs, figures share the rest.
record LaneLayout(LaneData data, double width, double height, Scale time, List<Placed> lanes) {

    static final double STRIP = 36;
    static final double AXIS = 26;
    static final double RIGHT = 14;
    private static final double LABELS = 132;
    private static final double LOW = 24;
    /// In a small window with large text.
    private static final double LOWEST = 18;
    private static final double HIGH = 38;
    private static final double BAR = 16;
    private static final double FIGURE = 44;
    private static final double LOW_FIGURE = 20;
    private static final double LOWEST_FIGURE = 14;
    private static final double PAD = 7;
    private static final double HEADROOM = 1.12;
    private static final double FEW = 4;

    /// @param frame of a figure
    /// @param bars  what went on, in rows
    record Placed(LaneData.Lane lane, double top, double bottom, Optional<ChartFrame> frame, BarRows bars) {

        double middle() {
            return (top + bottom) / 2;
        }
    }

    static LaneLayout of(LaneData data, double width, double height) {
        TimeRange range = data.range();
        double left = Math.min(LABELS, width / 3);
        var time = new Scale(range.from().toEpochMilli() / 1000.0, range.to().toEpochMilli() / 1000.0, left,
                Math.max(left + 1, width - RIGHT));
        var empty = new LaneLayout(data, width, height, time, List.of());
        List<BarRows> bars = data.lanes().stream().map(lane -> BarRows.of(empty,
                lane instanceof LaneData.Happened happened ? happened.bars() : List.of())).toList();
        double room = height - STRIP - AXIS;
        long figures = data.lanes().stream().filter(LaneData.Plot.class::isInstance).count();
        double base = wanted(data.lanes(), bars, HIGH) + figures * FIGURE <= room ? HIGH
                : wanted(data.lanes(), bars, LOW) + figures * LOW_FIGURE <= room ? LOW : LOWEST;
        double each = figures == 0 ? 0 : Math.max(LOWEST_FIGURE, (room - wanted(data.lanes(), bars, base)) / figures);
        var placed = new ArrayList<Placed>();
        double top = STRIP;
        for (int index = 0; index < bars.size(); index++) {
            LaneData.Lane lane = data.lanes().get(index);
            double bottom = top + (lane instanceof LaneData.Plot ? each : wanted(bars.get(index), base));
            placed.add(new Placed(lane, top, bottom, lane instanceof LaneData.Plot(var _, var _, var plot)
                    ? Optional.of(frame(plot, time, range, top + PAD, bottom - 3)) : Optional.empty(),
                    bars.get(index)));
            top = bottom;
        }
        return new LaneLayout(data, width, height, time, List.copyOf(placed));
    }

    private static double wanted(List<LaneData.Lane> lanes, List<BarRows> bars, double least) {
        return IntStream.range(0, bars.size()).filter(index -> lanes.get(index) instanceof LaneData.Happened)
                .mapToDouble(index -> wanted(bars.get(index), least)).sum();
    }

    private static double wanted(BarRows bars, double least) {
        return Math.max(least, bars.rows().size() * BAR + 8);
    }

    private static ChartFrame frame(ChartData.Plotted plot, Scale time, TimeRange range, double top, double bottom) {
        double highest = plot.lines().stream().mapToDouble(line -> Decimation.highest(
                line.values().between(range.from().minus(line.period()), range.to()))).max().orElse(0);
        double limit = plot.limit().map(ChartData.Level::at).orElse(0.0);
        double least = plot.unit() == Unit.COUNT || plot.unit() == Unit.PER_MINUTE ? FEW : 0;
        double most = Math.max(least, Math.max(highest, limit) * HEADROOM);
        return new ChartFrame(plot, time, new Scale(0, most == 0 ? 1 : most, bottom, top), top, bottom,
                CommonGaps.of(plot.lines().stream().map(ChartData.Line::gaps).toList()));
    }

    double left() {
        return time.start();
    }

    double right() {
        return time.end();
    }

    int columns() {
        return (int) Math.max(1, right() - left());
    }

    double left(TimeRange range) {
        return Math.clamp(time.of(range.from()), left(), right());
    }

    double right(TimeRange range) {
        return Math.clamp(time.of(range.to()), left(), right());
    }

    boolean isIn(TimeRange range) {
        return range.from().isBefore(data.range().to()) && data.range().from().isBefore(range.to());
    }

    /// The lower edge of the last lane.
    double foot() {
        return lanes.isEmpty() ? STRIP : lanes.getLast().bottom();
    }
}
