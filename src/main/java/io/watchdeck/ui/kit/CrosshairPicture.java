package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Series;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The line at an instant of a chart with a dot on every line and a bubble with the values, and the time that is being
/// chosen by dragging. Lies over the [ChartPicture], so that moving it paints nothing else.
final class CrosshairPicture extends Painting {

    private static final double PAD = 10;
    private static final double ROW = 17;

    private final Words words;
    private final FigureText figures;
    private @Nullable ChartLayout layout;
    private @Nullable Instant at;
    private double dragFrom;
    private double dragTo;

    private record Said(String name, String value, Optional<Ink> ink) {}

    CrosshairPicture(Words words) {
        super("chart-crosshair");
        this.words = words;
        figures = new FigureText(words);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(ChartLayout newest) {
        layout = newest;
        repaint();
    }

    void at(@Nullable Instant instant) {
        if (instant != at) {
            at = instant;
            setVisible(instant != null);
            repaint();
        }
    }

    /// Pixels; the same twice is nothing.
    void drag(double from, double to) {
        dragFrom = from;
        dragTo = to;
        setVisible(from != to || at != null);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        ChartLayout place = layout;
        if (place == null || place.frames().isEmpty()) {
            return;
        }
        var pen = new Pen(to, this::ink);
        double top = place.frames().getFirst().top();
        double bottom = place.frames().getLast().bottom();
        if (dragFrom != dragTo) {
            double left = Math.clamp(Math.min(dragFrom, dragTo), ChartLayout.LEFT, place.right());
            double right = Math.clamp(Math.max(dragFrom, dragTo), ChartLayout.LEFT, place.right());
            pen.to().setGlobalAlpha(0.18);
            pen.fill(Ink.NOTICE);
            pen.to().fillRect(left, top, right - left, bottom - top);
            pen.to().setGlobalAlpha(1);
            pen.line(Ink.NOTICE, Pen.crisp(left), top, Pen.crisp(left), bottom);
            pen.line(Ink.NOTICE, Pen.crisp(right), top, Pen.crisp(right), bottom);
        }
        Instant instant = at;
        if (instant != null) {
            crosshair(pen, place, instant, top, bottom);
        }
    }

    private void crosshair(Pen pen, ChartLayout place, Instant instant, double top, double bottom) {
        double x = Pen.crisp(place.time().of(instant));
        pen.line(Ink.MUTED, x, top, x, bottom);
        var said = new ArrayList<Said>();
        for (ChartFrame frame : place.frames()) {
            for (ChartData.Line line : frame.plot().lines()) {
                Series under = line.under(place.column(instant), instant);
                dots(pen, frame, line, under);
                said.add(new Said(line.name(), value(frame.plot(), line, under, instant),
                        Optional.of(ChartFrame.ink(line))));
            }
        }
        said.addAll(happened(place, instant));
        bubble(pen, place, x, top + 6, head(place, instant), said);
    }

    private String head(ChartLayout place, Instant instant) {
        Duration period = place.frames().stream().flatMap(frame -> frame.plot().lines().stream())
                .map(ChartData.Line::period).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return words.say("ui.chart.at", words.when(instant, place.data().now()), period);
    }

    private String value(ChartData.Plotted plot, ChartData.Line line, Series under, Instant instant) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < under.size(); index++) {
            low = Math.min(low, under.value(index));
            high = Math.max(high, under.value(index));
        }
        if (!(low <= high)) {
            return line.missing(instant).orElseGet(() -> words.say("ui.chart.noData"));
        }
        String lowest = figures.of(low, plot.unit());
        String highest = figures.of(high, plot.unit());
        String value = lowest.equals(highest) ? highest : words.say("ui.chart.between", lowest, highest);
        return plot.top().map(level -> words.say("ui.chart.of", value, words.number(level.at()))).orElse(value);
    }

    private static List<Said> happened(ChartLayout place, Instant instant) {
        double x = place.time().of(instant);
        return place.data().lanes().stream().flatMap(lane -> lane.marks().stream())
                .filter(mark -> Math.abs(place.time().of(mark.at()) - x) <= 3)
                .map(mark -> new Said(mark.text(), "", Optional.empty())).toList();
    }

    /// On the lowest and the highest of what lies under the line.
    private static void dots(Pen pen, ChartFrame frame, ChartData.Line line, Series under) {
        int low = 0;
        int high = 0;
        for (int index = 1; index < under.size(); index++) {
            low = under.value(index) < under.value(low) ? index : low;
            high = under.value(index) > under.value(high) ? index : high;
        }
        if (!under.isEmpty()) {
            dot(pen, frame, line, under, low);
            dot(pen, frame, line, under, high);
        }
    }

    private static void dot(Pen pen, ChartFrame frame, ChartData.Line line, Series under, int index) {
        double x = frame.time().of(under.second(index));
        double y = frame.value().of(under.value(index));
        pen.fill(Ink.SURFACE);
        pen.to().fillOval(x - 4.5, y - 4.5, 9, 9);
        pen.fill(ChartFrame.ink(line));
        pen.to().fillOval(x - 3, y - 3, 6, 6);
    }

    private static void bubble(Pen pen, ChartLayout place, double x, double top, String head, List<Said> lines) {
        double wide = Pen.width(head);
        for (Said line : lines) {
            wide = Math.max(wide, 36 + Pen.width(line.name()) + Pen.strongWidth(line.value()));
        }
        wide += 2 * PAD;
        double left = x + 12 + wide > place.right() || x - 12 - wide > ChartLayout.LEFT && x > place.width() * 0.6
                ? Math.max(2, x - 12 - wide) : x + 12;
        pen.box(left, top, wide, 26 + lines.size() * ROW);
        pen.text(head, left + PAD, top + 12, TextAlignment.LEFT, Ink.MUTED);
        double y = top + 30;
        for (Said line : lines) {
            line.ink().ifPresent(pen::fill);
            if (line.ink().isPresent()) {
                pen.to().fillRect(left + PAD, y - 4, 8, 8);
            }
            pen.text(line.name(), left + PAD + 14, y, TextAlignment.LEFT,
                    line.ink().isPresent() ? Ink.TEXT : Ink.NOTICE);
            pen.strong(line.value(), left + wide - PAD, y, TextAlignment.RIGHT, Ink.TEXT);
            y += ROW;
        }
    }
}
