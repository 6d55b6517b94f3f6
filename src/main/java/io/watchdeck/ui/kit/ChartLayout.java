package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where everything of a chart stands: lanes at the top, plots below each other, the axis of time at the foot.
///
/// @param lanes the upper edge of each lane
record ChartLayout(ChartData data, double width, double height, Scale time, List<Double> lanes,
        List<ChartFrame> frames) {

    static final double LEFT = 58;
    static final double RIGHT = 8;
    static final double LANE = 16;
    static final double AXIS = 22;
    private static final double LANE_STEP = 20;
    private static final double TITLE = 24;
    private static final double FEW = 5;

    static ChartLayout of(ChartData data, double width, double height) {
        TimeRange range = data.range();
        var time = new Scale(range.from().toEpochMilli() / 1000.0, range.to().toEpochMilli() / 1000.0, LEFT,
                Math.max(LEFT + 1, width - RIGHT));
        var lanes = new ArrayList<Double>();
        double top = 2;
        for (int index = 0; index < data.lanes().size(); index++) {
            lanes.add(top);
            top += LANE_STEP;
        }
        double room = Math.max(10, height - top - AXIS - TITLE * data.plots().size());
        double weights = data.plots().stream().mapToDouble(ChartData.Plotted::weight).sum();
        var frames = new ArrayList<ChartFrame>();
        for (ChartData.Plotted plot : data.plots()) {
            top += TITLE;
            double tall = room * plot.weight() / weights;
            frames.add(new ChartFrame(plot, time, value(plot, range, top, tall), top, top + tall,
                    CommonGaps.of(plot.lines().stream().map(ChartData.Line::gaps).toList())));
            top += tall;
        }
        return new ChartLayout(data, width, height, time, lanes, List.copyOf(frames));
    }

    /// As high as the highest value in sight, and its limit, in a round number.
    private static Scale value(ChartData.Plotted plot, TimeRange range, double top, double tall) {
        double highest = plot.lines().stream().mapToDouble(line -> Decimation.highest(
                line.values().between(range.from().minus(line.period()), range.to()))).max().orElse(0);
        double limit = plot.limit().map(ChartData.Level::at).orElse(0.0);
        double most = Math.max(highest, limit * 1.12);
        if (plot.top().isPresent()) {
            return new Scale(0, Math.max(most, plot.top().get().at() * 1.04), top + tall, top);
        }
        boolean whole = isWhole(plot);
        double rounded = plot.unit() == Unit.PERCENT && Math.max(highest, limit) <= 100 ? 100
                : Scale.end(Math.max(whole ? FEW : 0, most * 1.02));
        return new Scale(0, rounded, top + tall, top);
    }

    private static boolean isWhole(ChartData.Plotted plot) {
        return plot.unit() == Unit.COUNT || plot.unit() == Unit.PER_MINUTE;
    }

    /// Between two lines of the grid.
    static double step(ChartData.Plotted plot, double highest, int steps) {
        return Scale.step(plot.top().map(ChartData.Level::at).orElse(highest), steps, isWhole(plot));
    }

    double right() {
        return time.end();
    }

    /// How many pixels the plots are wide.
    int columns() {
        return (int) Math.max(1, time.end() - time.start());
    }

    boolean onPlots(double x) {
        return x >= LEFT && x <= right() && !frames.isEmpty();
    }

    /// The time of the column of pixels in which an instant lies.
    TimeRange column(Instant instant) {
        double x = Math.floor(time.of(instant));
        return new TimeRange(time.instant(x), time.instant(x + 1));
    }

    double left(TimeRange range) {
        return Math.clamp(time.of(range.from()), LEFT, right());
    }

    double right(TimeRange range) {
        return Math.clamp(time.of(range.to()), LEFT, right());
    }
}
