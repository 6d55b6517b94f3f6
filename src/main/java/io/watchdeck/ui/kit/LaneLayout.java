package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where everything of a lane chart stands: a strip of the whole time, the lanes below each other, the axis at the foot.
/// What happened takes what it needs, figures share the rest.
record LaneLayout(LaneData data, double width, double height, Scale time, List<Placed> lanes) {

    static final double STRIP = 36;
    static final double AXIS = 26;
    static final double RIGHT = 14;
    private static final double LABELS = 132;
    private static final double LOW = 24;
    private static final double HIGH = 38;
    private static final double BAR = 16;
    private static final int ROWS = 3;
    private static final double FIGURE = 44;
    private static final double PAD = 7;
    private static final double HEADROOM = 1.12;
    private static final double FEW = 4;

    /// @param frame of a figure
    /// @param rows  of what went on, so that nothing lies on another
    record Placed(LaneData.Lane lane, double top, double bottom, Optional<ChartFrame> frame,
            List<List<LaneData.Bar>> rows) {

        double middle() {
            return (top + bottom) / 2;
        }
    }

    static LaneLayout of(LaneData data, double width, double height) {
        TimeRange range = data.range();
        double left = Math.min(LABELS, width / 3);
        var time = new Scale(range.from().toEpochMilli() / 1000.0, range.to().toEpochMilli() / 1000.0, left,
                Math.max(left + 1, width - RIGHT));
        double room = height - STRIP - AXIS;
        long figures = data.lanes().stream().filter(LaneData.Plot.class::isInstance).count();
        double wanted = data.lanes().stream().filter(LaneData.Happened.class::isInstance)
                .mapToDouble(lane -> wanted(lane, HIGH)).sum();
        double base = wanted + figures * FIGURE <= room ? HIGH : LOW;
        double taken = data.lanes().stream().filter(LaneData.Happened.class::isInstance)
                .mapToDouble(lane -> wanted(lane, base)).sum();
        double each = figures == 0 ? 0 : Math.max(20, (room - taken) / figures);
        var placed = new ArrayList<Placed>();
        double top = STRIP;
        for (LaneData.Lane lane : data.lanes()) {
            double tall = lane instanceof LaneData.Plot ? each : wanted(lane, base);
            placed.add(placed(lane, time, range, top, top + tall));
            top += tall;
        }
        return new LaneLayout(data, width, height, time, List.copyOf(placed));
    }

    private static double wanted(LaneData.Lane lane, double least) {
        return lane instanceof LaneData.Happened happened
                ? Math.max(least, rows(happened.bars()).size() * BAR + 8) : least;
    }

    private static Placed placed(LaneData.Lane lane, Scale time, TimeRange range, double top, double bottom) {
        return switch (lane) {
            case LaneData.Plot(var _, var _, var plot) -> new Placed(lane, top, bottom,
                    Optional.of(frame(plot, time, range, top + PAD, bottom - 3)), List.of());
            case LaneData.Happened(var _, var _, var _, var bars, var _) ->
                new Placed(lane, top, bottom, Optional.empty(), rows(bars));
        };
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

    /// A row for each trouble; of more than there are rows, the first that is free then.
    private static List<List<LaneData.Bar>> rows(List<LaneData.Bar> bars) {
        var rows = new ArrayList<List<LaneData.Bar>>();
        for (LaneData.Bar bar : bars) {
            Optional<List<LaneData.Bar>> own = rows.stream().filter(row -> row.getLast().same().equals(bar.same()))
                    .findFirst();
            if (own.isEmpty() && rows.size() < ROWS) {
                rows.add(new ArrayList<>(List.of(bar)));
            } else {
                own.or(() -> rows.stream().filter(row -> !row.getLast().range().to().isAfter(bar.range().from()))
                        .findFirst()).orElseGet(rows::getLast).add(bar);
            }
        }
        return rows;
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
