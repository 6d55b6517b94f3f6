package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Plots of one stretch of time above each other, so that cause stands above effect: an alarm lane, a deployment lane,
/// then the plots with gaps hatched and limits dashed. The crosshair follows the pointer, or the arrow keys.
public final class TimeChart extends Painting {

    private static final double LEFT = 58;
    private static final double RIGHT = 8;
    private static final double LANE = 16;
    private static final double LANES = 2 * LANE + 26;
    private static final double AXIS = 22;
    private static final double BETWEEN = 26;
    private static final double HATCH = 7;
    private static final double FEW = 5;

    private final Words words;
    private final FigureText figures;
    private ChartData data = ChartData.empty(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));
    private @Nullable Instant cursor;

    public TimeChart(Words words) {
        super("time-chart");
        this.words = words;
        figures = new FigureText(words);
        setFocusTraversable(true);
        setMinHeight(160);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> cursorAt(null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    public void show(ChartData newest) {
        data = newest;
        setAccessibleText(newest.summary());
        repaint();
    }

    /// Puts the crosshair at an instant, or away.
    public void cursorAt(@Nullable Instant at) {
        cursor = at;
        repaint();
    }

    private void point(double x) {
        double width = getWidth() - LEFT - RIGHT;
        double share = (x - LEFT) / width;
        if (share < 0 || share > 1) {
            cursorAt(null);
        } else {
            cursorAt(data.from().plusMillis((long) (share * Duration.between(data.from(), data.to()).toMillis())));
        }
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step == 0 || data.plots().isEmpty()) {
            return;
        }
        Instant start = cursor == null ? data.to() : cursor;
        Instant next = start.plusSeconds(60L * step * (event.isShiftDown() ? 10 : 1));
        if (!next.isBefore(data.from()) && !next.isAfter(data.to())) {
            cursorAt(next);
        }
        event.consume();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        var pen = new Pen(to, this::ink);
        var time = new Plot.Scale(data.from().getEpochSecond(), data.to().getEpochSecond(), LEFT, width - RIGHT);
        lanes(pen, time, width);
        double room = height - LANES - AXIS - BETWEEN * Math.max(0, data.plots().size() - 1);
        double weights = data.plots().stream().mapToDouble(ChartData.Plotted::weight).sum();
        var frames = new ArrayList<ChartFrame>();
        double top = LANES;
        for (ChartData.Plotted plot : data.plots()) {
            double tall = room * plot.weight() / weights;
            frames.add(new ChartFrame(plot, time, valueScale(plot, top, tall), top, top + tall));
            top += tall + BETWEEN;
        }
        grid(pen, time, frames);
        frames.forEach(frame -> plot(pen, frame));
        gapLabel(pen, frames);
        times(pen, time, height);
        marks(pen, time, frames);
        frames.forEach(frame -> levelText(pen, frame));
        if (cursor != null && !frames.isEmpty()) {
            new Crosshair(pen, words).paint(cursor, frames, width - RIGHT);
        }
    }

    private static Plot.Scale valueScale(ChartData.Plotted plot, double top, double tall) {
        double highest = Math.max(Plot.highest(plot.values()),
                Math.max(plot.limit().orElse(0) * 1.12, plot.top().orElse(0) * 1.04));
        boolean whole = plot.unit() == Unit.COUNT || plot.unit() == Unit.PER_MINUTE;
        double rounded = plot.top().isPresent() ? highest : plot.unit() == Unit.PERCENT ? 100
                : Plot.round(Math.max(whole ? FEW : 0, highest * 1.02));
        return new Plot.Scale(0, rounded, top + tall, top);
    }

    private void lanes(Pen pen, Plot.Scale time, double width) {
        lane(pen, words.say("ui.chart.alarm"), 2, width);
        lane(pen, words.say("ui.chart.deployments"), LANE + 6, width);
        for (ChartData.Span span : data.alarms()) {
            double start = Math.max(LEFT, time.of(span.from().getEpochSecond()));
            double end = Math.min(width - RIGHT, time.of(span.to().getEpochSecond()));
            pen.to().setFill(ink(span.tone().ink()));
            pen.to().fillRect(start, 2, Math.max(3, end - start), LANE);
            if (start > LEFT + 150) {
                pen.text(span.text(), start - 6, 2 + LANE / 2, TextAlignment.RIGHT, Ink.TEXT);
            } else {
                pen.text(span.text(), Math.min(width - RIGHT - 160, end + 6), 2 + LANE / 2, TextAlignment.LEFT,
                        Ink.TEXT);
            }
        }
    }

    private void lane(Pen pen, String name, double top, double width) {
        pen.to().setGlobalAlpha(0.45);
        pen.to().setFill(ink(Ink.GRID));
        pen.to().fillRect(LEFT, top, width - LEFT - RIGHT, LANE);
        pen.to().setGlobalAlpha(1);
        pen.text(name, 2, top + LANE / 2, TextAlignment.LEFT, Ink.MUTED);
    }

    private void grid(Pen pen, Plot.Scale time, List<ChartFrame> frames) {
        for (ChartFrame frame : frames) {
            pen.to().setStroke(ink(Ink.GRID));
            pen.to().setLineWidth(1);
            for (Instant tick : ticks()) {
                double x = Pen.crisp(time.of(tick.getEpochSecond()));
                pen.to().strokeLine(x, frame.top(), x, frame.bottom());
            }
            int steps = frame.bottom() - frame.top() > 110 ? 4 : 2;
            double step = Plot.round(frame.plot().top().orElse(frame.value().high()) / steps * 0.999);
            for (double value = 0; value <= frame.value().high() * 1.001; value += step) {
                double y = Pen.crisp(frame.value().of(value));
                pen.to().setStroke(ink(value == 0 ? Ink.TRACK : Ink.GRID));
                pen.to().strokeLine(LEFT, y, time.end(), y);
                if (frame.plot().top().isEmpty() || value < frame.value().high() * 0.9) {
                    pen.text(figures.axis(value, frame.plot().unit()), LEFT - 8, y, TextAlignment.RIGHT, Ink.MUTED);
                }
            }
            pen.strong(frame.plot().title(), 2, frame.top() - 9, TextAlignment.LEFT, Ink.TEXT);
        }
    }

    private void plot(Pen pen, ChartFrame frame) {
        Ink line = frame.ink();
        data.alarms().forEach(span -> {
            double start = Math.max(LEFT, frame.time().of(span.from().getEpochSecond()));
            double end = Math.min(frame.time().end(), frame.time().of(span.to().getEpochSecond()));
            pen.to().setFill(ink(span.tone().area()));
            pen.to().fillRect(start, frame.top(), Math.max(0, end - start), frame.bottom() - frame.top());
        });
        gaps(frame.plot().values()).forEach(gap -> hatch(pen, frame, gap));
        frame.plot().top().ifPresent(value -> level(pen, frame, value, false));
        frame.plot().limit().ifPresent(value -> level(pen, frame, value, true));
        Series values = frame.plot().values();
        for (Plot.Run run : Plot.runs(values, frame.time(), frame.value())) {
            fill(pen, line, run, frame.bottom());
            pen.to().setStroke(ink(line));
            pen.to().setLineWidth(1.5);
            pen.to().strokePolyline(run.x(), run.y(), run.x().length);
        }
    }

    private void fill(Pen pen, Ink line, Plot.Run run, double bottom) {
        int count = run.x().length;
        double[] xs = new double[count + 2];
        double[] ys = new double[count + 2];
        System.arraycopy(run.x(), 0, xs, 0, count);
        System.arraycopy(run.y(), 0, ys, 0, count);
        xs[count] = run.x()[count - 1];
        ys[count] = bottom;
        xs[count + 1] = run.x()[0];
        ys[count + 1] = bottom;
        pen.to().setGlobalAlpha(0.14);
        pen.to().setFill(ink(line));
        pen.to().fillPolygon(xs, ys, count + 2);
        pen.to().setGlobalAlpha(1);
    }

    private void level(Pen pen, ChartFrame frame, double value, boolean dashed) {
        double y = Pen.crisp(frame.value().of(value));
        pen.to().setStroke(ink(Ink.CRITICAL));
        pen.to().setLineWidth(1);
        if (dashed) {
            pen.to().setLineDashes(4, 3);
        }
        pen.to().strokeLine(LEFT, y, frame.time().end(), y);
        pen.to().setLineDashes();
    }

    private void levelText(Pen pen, ChartFrame frame) {
        var plot = frame.plot();
        if (plot.limit().isPresent()) {
            double y = frame.value().of(plot.limit().getAsDouble());
            String both = plot.topText().isEmpty() ? plot.limitText() : plot.topText() + ", " + plot.limitText();
            boolean below = plot.top().isPresent() || y - frame.top() < 16;
            onPlot(pen, both, below ? y + 10 : y - 9);
        } else if (plot.top().isPresent()) {
            onPlot(pen, plot.topText(), frame.value().of(plot.top().getAsDouble()) + 10);
        }
    }

    /// A text that stays readable over lines.
    private void onPlot(Pen pen, String said, double y) {
        pen.to().setGlobalAlpha(0.75);
        pen.to().setFill(ink(Ink.SURFACE));
        pen.to().fillRect(LEFT + 3, y - 7, Pen.width(said) + 6, 14);
        pen.to().setGlobalAlpha(1);
        pen.text(said, LEFT + 6, y, TextAlignment.LEFT, Ink.CRITICAL);
    }

    private static List<ChartData.Gap> gaps(Series values) {
        var gaps = new ArrayList<ChartData.Gap>();
        Duration longest = Plot.rhythm(values).multipliedBy(5).dividedBy(2);
        for (int index = 1; index < values.size(); index++) {
            if (Duration.between(values.at(index - 1), values.at(index)).compareTo(longest) > 0) {
                gaps.add(new ChartData.Gap(values.at(index - 1).plus(Plot.rhythm(values)), values.at(index)));
            }
        }
        return gaps;
    }

    private void hatch(Pen pen, ChartFrame frame, ChartData.Gap gap) {
        double start = Math.max(LEFT, frame.time().of(gap.from().getEpochSecond()));
        double end = Math.min(frame.time().end(), frame.time().of(gap.to().getEpochSecond()));
        if (end <= start) {
            return;
        }
        pen.to().save();
        pen.to().beginPath();
        pen.to().rect(start, frame.top(), end - start, frame.bottom() - frame.top());
        pen.to().clip();
        pen.to().setStroke(ink(Ink.HATCH));
        pen.to().setLineWidth(1);
        double tall = frame.bottom() - frame.top();
        for (double x = start - tall; x < end; x += HATCH) {
            pen.to().strokeLine(x, frame.bottom(), x + tall, frame.top());
        }
        pen.to().restore();
    }

    private void gapLabel(Pen pen, List<ChartFrame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        ChartFrame first = frames.getFirst();
        gaps(first.plot().values()).stream()
                .max(java.util.Comparator.comparing(gap -> Duration.between(gap.from(), gap.to()))).ifPresent(gap -> {
                    String said = words.say("ui.chart.gap", Duration.between(gap.from(), gap.to()));
                    double middle = (first.time().of(gap.from().getEpochSecond())
                            + first.time().of(gap.to().getEpochSecond())) / 2;
                    double wide = Pen.width(said) + 16;
                    double left = Math.max(LEFT + 2, Math.min(middle - wide / 2, first.time().end() - wide));
                    double top = first.top() + (first.bottom() - first.top()) * 0.25;
                    pen.box(left, top, wide, 20);
                    pen.text(said, left + 8, top + 10, TextAlignment.LEFT, Ink.TEXT);
                });
    }

    private List<Instant> ticks() {
        long seconds = Duration.between(data.from(), data.to()).toSeconds();
        long step = 3600 * 24;
        for (long candidate : new long[] {300, 600, 900, 1800, 3600, 7200, 21600, 43200}) {
            if (seconds / candidate <= 8) {
                step = candidate;
                break;
            }
        }
        var ticks = new ArrayList<Instant>();
        long first = (data.from().getEpochSecond() / step + 1) * step;
        for (long tick = first; tick < data.to().getEpochSecond(); tick += step) {
            ticks.add(Instant.ofEpochSecond(tick));
        }
        return ticks;
    }

    private void times(Pen pen, Plot.Scale time, double height) {
        double y = height - AXIS / 2 + 1;
        for (Instant tick : ticks()) {
            double x = time.of(tick.getEpochSecond());
            if (x < time.end() - 56) {
                pen.text(words.clock(tick), x, y, TextAlignment.CENTER, Ink.MUTED);
            }
        }
        pen.text(words.say("ui.chart.now"), time.end(), y, TextAlignment.RIGHT, Ink.MUTED);
    }

    private void marks(Pen pen, Plot.Scale time, List<ChartFrame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        double bottom = frames.getLast().bottom();
        for (ChartData.Mark mark : data.marks()) {
            double x = Pen.crisp(time.of(mark.at().getEpochSecond()));
            if (x < LEFT || x > time.end()) {
                continue;
            }
            double top = LANE + 8;
            pen.to().setFill(ink(Ink.NOTICE));
            pen.to().fillPolygon(new double[] {x - 5, x + 5, x + 5, x, x - 5},
                    new double[] {top, top, top + 7, top + 12, top + 7}, 5);
            pen.to().setStroke(ink(Ink.NOTICE));
            pen.to().setLineWidth(1);
            pen.to().setLineDashes(3, 3);
            pen.to().strokeLine(x, top + 12, x, bottom);
            pen.to().setLineDashes();
            boolean right = x < time.end() - 160;
            pen.text(mark.text(), right ? x + 10 : x - 10, LANE + 6 + LANE / 2,
                    right ? TextAlignment.LEFT : TextAlignment.RIGHT, Ink.NOTICE);
        }
    }
}
