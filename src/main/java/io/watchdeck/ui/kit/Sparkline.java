package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;

/// A series in the height of a table row: line with a dot at its end, errors as bars at the foot, the limit dashed. It
/// stops where the data stops, and breaks where there is a gap.
public final class Sparkline extends Painting {

    private static final double DOT = 2;

    private Series line = Series.empty();
    private Series bars = Series.empty();
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;
    private OptionalDouble limit = OptionalDouble.empty();
    private Tone tone = Tone.PLAIN;
    private boolean filled = true;

    public Sparkline(double width, double height) {
        super("sparkline");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
    }

    public void range(Instant start, Instant end) {
        from = start;
        to = end;
    }

    /// @param sentence what a screen reader says instead of the picture
    public void show(Series newLine, Series newBars, OptionalDouble newLimit, Tone newTone, String sentence) {
        line = newLine.between(from, to.plusSeconds(1));
        bars = newBars.between(from, to.plusSeconds(1));
        limit = newLimit;
        tone = newTone;
        setAccessibleText(sentence);
        repaint();
    }

    public void unfilled() {
        filled = false;
    }

    @Override
    protected void paint(GraphicsContext context, double width, double height) {
        context.setFill(ink(Ink.TRACK));
        context.fillRect(0, height - 1, width, 1);
        double top = Math.max(Decimation.highest(line), limit.orElse(0)) * 1.08;
        var x = new Scale(from.getEpochSecond(), to.getEpochSecond(), 0, width - DOT - 1);
        var y = new Scale(0, top > 0 ? top : 1, height - 2, DOT + 1);
        limit.ifPresent(value -> dashed(context, y.of(value), width));
        line(context, x, y, height);
        bars(context, x, height);
    }

    private void line(GraphicsContext context, Scale x, Scale y, double height) {
        if (line.isEmpty() || !from.isBefore(to)) {
            return;
        }
        for (Decimation.Run run : Decimation.of(line, Decimation.period(line), new TimeRange(from, to),
                (int) (x.end() - x.start()))) {
            int count = run.size();
            double[] xs = new double[count];
            double[] ys = new double[count];
            for (int index = 0; index < count; index++) {
                xs[index] = x.of(run.seconds()[index]);
                ys[index] = y.of(run.values()[index]);
            }
            if (filled && count > 1) {
                context.setFill(ink(tone.area()));
                context.beginPath();
                context.moveTo(xs[0], height - 1);
                for (int index = 0; index < count; index++) {
                    context.lineTo(xs[index], ys[index]);
                }
                context.lineTo(xs[count - 1], height - 1);
                context.closePath();
                context.fill();
            }
            if (count == 1) {
                context.setFill(ink(tone.ink()));
                context.fillRect(xs[0] - 0.5, ys[0] - 0.5, 1.5, 1.5);
                continue;
            }
            context.setStroke(ink(tone.ink()));
            context.setLineWidth(1.25);
            context.strokePolyline(xs, ys, count);
        }
        double lastX = x.of(line.at(line.size() - 1).getEpochSecond());
        double lastY = y.of(line.value(line.size() - 1));
        context.setFill(ink(tone.ink()));
        context.fillOval(lastX - DOT, lastY - DOT, DOT * 2, DOT * 2);
    }

    private void bars(GraphicsContext context, Scale x, double height) {
        double top = Math.max(10, Decimation.highest(bars));
        double half = height * 0.45;
        context.setFill(ink(Ink.CRITICAL));
        for (int index = 0; index < bars.size(); index++) {
            double value = bars.value(index);
            if (value > 0) {
                double tall = Math.max(2, value / top * half);
                context.fillRect(Math.round(x.of(bars.at(index).getEpochSecond())) - 1, height - 1 - tall, 2, tall);
            }
        }
    }

    /// A limit is red, as everywhere. One of 0 lies under whatever is fine there, and would look like its line.
    static Ink inkOf(double limit, Tone tone) {
        return tone != Tone.PLAIN ? tone.ink() : limit > 0 ? Ink.CRITICAL : Ink.MUTED;
    }

    private void dashed(GraphicsContext context, double y, double width) {
        context.setStroke(ink(inkOf(limit.orElse(0), tone)));
        context.setLineWidth(1);
        context.setLineDashes(3, 2);
        double crisp = Math.round(y) + 0.5;
        context.strokeLine(0, crisp, width, crisp);
        context.setLineDashes();
    }
}
