package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
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
        to.setFont(Font.font(Fonts.SANS, 11));
        var time = new Plot.Scale(data.from().getEpochSecond(), data.to().getEpochSecond(), LEFT, width - RIGHT);
        lanes(to, time, width);
        double room = height - LANES - AXIS - BETWEEN * Math.max(0, data.plots().size() - 1);
        double weights = data.plots().stream().mapToDouble(ChartData.Plotted::weight).sum();
        var frames = new ArrayList<Frame>();
        double top = LANES;
        for (ChartData.Plotted plot : data.plots()) {
            double tall = room * plot.weight() / weights;
            frames.add(new Frame(plot, time, valueScale(plot, top, tall), top, top + tall));
            top += tall + BETWEEN;
        }
        grid(to, time, frames);
        frames.forEach(frame -> plot(to, frame));
        gapLabel(to, frames);
        times(to, time, height);
        marks(to, time, frames);
        frames.forEach(frame -> levelText(to, frame));
        crosshair(to, time, frames, width);
    }

    private record Frame(ChartData.Plotted plot, Plot.Scale time, Plot.Scale value, double top, double bottom) {}

    private static Plot.Scale valueScale(ChartData.Plotted plot, double top, double tall) {
        double highest = Math.max(Plot.highest(plot.values()),
                Math.max(plot.limit().orElse(0) * 1.12, plot.top().orElse(0) * 1.04));
        boolean whole = plot.unit() == Unit.COUNT || plot.unit() == Unit.PER_MINUTE;
        double rounded = plot.top().isPresent() ? highest : plot.unit() == Unit.PERCENT ? 100
                : Plot.round(Math.max(whole ? FEW : 0, highest * 1.02));
        return new Plot.Scale(0, rounded, top + tall, top);
    }

    private void lanes(GraphicsContext to, Plot.Scale time, double width) {
        lane(to, words.say("ui.chart.alarm"), 2, width);
        lane(to, words.say("ui.chart.deployments"), LANE + 6, width);
        for (ChartData.Span span : data.alarms()) {
            double start = Math.max(LEFT, time.of(span.from().getEpochSecond()));
            double end = Math.min(width - RIGHT, time.of(span.to().getEpochSecond()));
            to.setFill(ink(span.tone().ink()));
            to.fillRect(start, 2, Math.max(3, end - start), LANE);
            if (start > LEFT + 150) {
                text(to, span.text(), start - 6, 2 + LANE / 2, TextAlignment.RIGHT, Ink.TEXT);
            } else {
                text(to, span.text(), Math.min(width - RIGHT - 160, end + 6), 2 + LANE / 2, TextAlignment.LEFT,
                        Ink.TEXT);
            }
        }
    }

    private void lane(GraphicsContext to, String name, double top, double width) {
        to.setGlobalAlpha(0.45);
        to.setFill(ink(Ink.GRID));
        to.fillRect(LEFT, top, width - LEFT - RIGHT, LANE);
        to.setGlobalAlpha(1);
        text(to, name, 2, top + LANE / 2, TextAlignment.LEFT, Ink.MUTED);
    }

    private void grid(GraphicsContext to, Plot.Scale time, List<Frame> frames) {
        for (Frame frame : frames) {
            to.setStroke(ink(Ink.GRID));
            to.setLineWidth(1);
            for (Instant tick : ticks()) {
                double x = crisp(time.of(tick.getEpochSecond()));
                to.strokeLine(x, frame.top(), x, frame.bottom());
            }
            int steps = frame.bottom() - frame.top() > 110 ? 4 : 2;
            double step = Plot.round(frame.plot().top().orElse(frame.value().high()) / steps * 0.999);
            for (double value = 0; value <= frame.value().high() * 1.001; value += step) {
                double y = crisp(frame.value().of(value));
                to.setStroke(ink(value == 0 ? Ink.TRACK : Ink.GRID));
                to.strokeLine(LEFT, y, time.end(), y);
                if (frame.plot().top().isEmpty() || value < frame.value().high() * 0.9) {
                    text(to, figures.axis(value, frame.plot().unit()), LEFT - 8, y, TextAlignment.RIGHT, Ink.MUTED);
                }
            }
            to.setFont(Font.font(Fonts.SEMI_BOLD, 11));
            text(to, frame.plot().title(), 2, frame.top() - 9, TextAlignment.LEFT, Ink.TEXT);
            to.setFont(Font.font(Fonts.SANS, 11));
        }
    }

    private void plot(GraphicsContext to, Frame frame) {
        Ink line = Ink.valueOf("SERIES_" + frame.plot().series());
        data.alarms().forEach(span -> {
            double start = Math.max(LEFT, frame.time().of(span.from().getEpochSecond()));
            double end = Math.min(frame.time().end(), frame.time().of(span.to().getEpochSecond()));
            to.setFill(ink(span.tone().area()));
            to.fillRect(start, frame.top(), Math.max(0, end - start), frame.bottom() - frame.top());
        });
        gaps(frame.plot().values()).forEach(gap -> hatch(to, frame, gap));
        frame.plot().top().ifPresent(value -> level(to, frame, value, false));
        frame.plot().limit().ifPresent(value -> level(to, frame, value, true));
        Series values = frame.plot().values();
        for (Plot.Run run : Plot.runs(values, frame.time(), frame.value())) {
            fill(to, line, run, frame.bottom());
            to.setStroke(ink(line));
            to.setLineWidth(1.5);
            to.strokePolyline(run.x(), run.y(), run.x().length);
        }
    }

    private void fill(GraphicsContext to, Ink line, Plot.Run run, double bottom) {
        int count = run.x().length;
        double[] xs = new double[count + 2];
        double[] ys = new double[count + 2];
        System.arraycopy(run.x(), 0, xs, 0, count);
        System.arraycopy(run.y(), 0, ys, 0, count);
        xs[count] = run.x()[count - 1];
        ys[count] = bottom;
        xs[count + 1] = run.x()[0];
        ys[count + 1] = bottom;
        to.setGlobalAlpha(0.14);
        to.setFill(ink(line));
        to.fillPolygon(xs, ys, count + 2);
        to.setGlobalAlpha(1);
    }

    private void level(GraphicsContext to, Frame frame, double value, boolean dashed) {
        double y = crisp(frame.value().of(value));
        to.setStroke(ink(Ink.CRITICAL));
        to.setLineWidth(1);
        if (dashed) {
            to.setLineDashes(4, 3);
        }
        to.strokeLine(LEFT, y, frame.time().end(), y);
        to.setLineDashes();
    }

    private void levelText(GraphicsContext to, Frame frame) {
        var plot = frame.plot();
        if (plot.limit().isPresent()) {
            double y = frame.value().of(plot.limit().getAsDouble());
            String both = plot.topText().isEmpty() ? plot.limitText() : plot.topText() + ", " + plot.limitText();
            boolean below = plot.top().isPresent() || y - frame.top() < 16;
            onPlot(to, both, below ? y + 10 : y - 9);
        } else if (plot.top().isPresent()) {
            onPlot(to, plot.topText(), frame.value().of(plot.top().getAsDouble()) + 10);
        }
    }

    /// A text that stays readable over lines.
    private void onPlot(GraphicsContext to, String said, double y) {
        to.setGlobalAlpha(0.75);
        to.setFill(ink(Ink.SURFACE));
        to.fillRect(LEFT + 3, y - 7, TextWidth.of(said, Fonts.SANS, 11) + 6, 14);
        to.setGlobalAlpha(1);
        text(to, said, LEFT + 6, y, TextAlignment.LEFT, Ink.CRITICAL);
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

    private void hatch(GraphicsContext to, Frame frame, ChartData.Gap gap) {
        double start = Math.max(LEFT, frame.time().of(gap.from().getEpochSecond()));
        double end = Math.min(frame.time().end(), frame.time().of(gap.to().getEpochSecond()));
        if (end <= start) {
            return;
        }
        to.save();
        to.beginPath();
        to.rect(start, frame.top(), end - start, frame.bottom() - frame.top());
        to.clip();
        to.setStroke(ink(Ink.HATCH));
        to.setLineWidth(1);
        double tall = frame.bottom() - frame.top();
        for (double x = start - tall; x < end; x += HATCH) {
            to.strokeLine(x, frame.bottom(), x + tall, frame.top());
        }
        to.restore();
    }

    private void gapLabel(GraphicsContext to, List<Frame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        Frame first = frames.getFirst();
        gaps(first.plot().values()).stream()
                .max(java.util.Comparator.comparing(gap -> Duration.between(gap.from(), gap.to()))).ifPresent(gap -> {
                    String said = words.say("ui.chart.gap", Duration.between(gap.from(), gap.to()));
                    double middle = (first.time().of(gap.from().getEpochSecond())
                            + first.time().of(gap.to().getEpochSecond())) / 2;
                    double wide = TextWidth.of(said, Fonts.SANS, 11) + 16;
                    double left = Math.max(LEFT + 2, Math.min(middle - wide / 2, first.time().end() - wide));
                    double top = first.top() + (first.bottom() - first.top()) * 0.25;
                    box(to, left, top, wide, 20);
                    text(to, said, left + 8, top + 10, TextAlignment.LEFT, Ink.TEXT);
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

    private void times(GraphicsContext to, Plot.Scale time, double height) {
        double y = height - AXIS / 2 + 1;
        for (Instant tick : ticks()) {
            double x = time.of(tick.getEpochSecond());
            if (x < time.end() - 56) {
                text(to, words.clock(tick), x, y, TextAlignment.CENTER, Ink.MUTED);
            }
        }
        text(to, words.say("ui.chart.now"), time.end(), y, TextAlignment.RIGHT, Ink.MUTED);
    }

    private void marks(GraphicsContext to, Plot.Scale time, List<Frame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        double bottom = frames.getLast().bottom();
        for (ChartData.Mark mark : data.marks()) {
            double x = crisp(time.of(mark.at().getEpochSecond()));
            if (x < LEFT || x > time.end()) {
                continue;
            }
            double top = LANE + 8;
            to.setFill(ink(Ink.NOTICE));
            to.fillPolygon(new double[] {x - 5, x + 5, x + 5, x, x - 5},
                    new double[] {top, top, top + 7, top + 12, top + 7}, 5);
            to.setStroke(ink(Ink.NOTICE));
            to.setLineWidth(1);
            to.setLineDashes(3, 3);
            to.strokeLine(x, top + 12, x, bottom);
            to.setLineDashes();
            boolean right = x < time.end() - 160;
            text(to, mark.text(), right ? x + 10 : x - 10, LANE + 6 + LANE / 2,
                    right ? TextAlignment.LEFT : TextAlignment.RIGHT, Ink.NOTICE);
        }
    }

    private void crosshair(GraphicsContext to, Plot.Scale time, List<Frame> frames, double width) {
        if (cursor == null || frames.isEmpty()) {
            return;
        }
        double x = crisp(time.of(cursor.getEpochSecond()));
        to.setStroke(ink(Ink.MUTED));
        to.setLineWidth(1);
        to.strokeLine(x, LANES, x, frames.getLast().bottom());
        var lines = new ArrayList<String[]>();
        for (Frame frame : frames) {
            Optional<Integer> nearest = nearest(frame.plot().values(), cursor);
            nearest.ifPresent(index -> {
                double px = frame.time().of(frame.plot().values().at(index).getEpochSecond());
                double py = frame.value().of(frame.plot().values().value(index));
                to.setFill(ink(Ink.SURFACE));
                to.fillOval(px - 4.5, py - 4.5, 9, 9);
                to.setFill(ink(Ink.valueOf("SERIES_" + frame.plot().series())));
                to.fillOval(px - 3, py - 3, 6, 6);
            });
            lines.add(new String[] {frame.plot().title(), nearest
                    .map(index -> figures.of(frame.plot().values().value(index), frame.plot().unit()))
                    .orElse(words.say("ui.chart.noData")), "SERIES_" + frame.plot().series()});
        }
        bubble(to, x, width, words.say("ui.chart.at", words.clock(cursor)), lines);
    }

    private void bubble(GraphicsContext to, double x, double width, String head, List<String[]> lines) {
        double wide = TextWidth.of(head, Fonts.SANS, 11);
        for (String[] line : lines) {
            wide = Math.max(wide, 16 + TextWidth.of(line[0], Fonts.SANS, 11) + 20
                    + TextWidth.of(line[1], Fonts.SEMI_BOLD, 11));
        }
        wide += 20;
        double tall = 26 + lines.size() * 17;
        double left = x + 12 + wide > width - RIGHT ? x - 12 - wide : x + 12;
        box(to, left, LANES + 6, wide, tall);
        text(to, head, left + 10, LANES + 18, TextAlignment.LEFT, Ink.MUTED);
        double y = LANES + 36;
        for (String[] line : lines) {
            to.setFill(ink(Ink.valueOf(line[2])));
            to.fillRect(left + 10, y - 4, 8, 8);
            text(to, line[0], left + 24, y, TextAlignment.LEFT, Ink.TEXT);
            to.setFont(Font.font(Fonts.SEMI_BOLD, 11));
            text(to, line[1], left + wide - 10, y, TextAlignment.RIGHT, Ink.TEXT);
            to.setFont(Font.font(Fonts.SANS, 11));
            y += 17;
        }
    }

    private static Optional<Integer> nearest(Series values, Instant at) {
        Duration close = Plot.rhythm(values).multipliedBy(3).dividedBy(2);
        int best = -1;
        Duration distance = close;
        for (int index = 0; index < values.size(); index++) {
            Duration here = Duration.between(values.at(index), at).abs();
            if (here.compareTo(distance) <= 0) {
                best = index;
                distance = here;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    private void box(GraphicsContext to, double left, double top, double wide, double tall) {
        to.setFill(ink(Ink.TRACK));
        to.fillRoundRect(left, top, wide, tall, 6, 6);
        to.setFill(ink(Ink.SURFACE));
        to.fillRoundRect(left + 1, top + 1, wide - 2, tall - 2, 5, 5);
    }

    private void text(GraphicsContext to, String said, double x, double y, TextAlignment align, Ink ink) {
        to.setTextAlign(align);
        to.setTextBaseline(VPos.CENTER);
        to.setFill(ink(ink));
        to.fillText(said, x, y);
    }

    private static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
