package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Everything of a chart but the crosshair, which moves more often. Painted anew only when data, size or theme change.
final class ChartPicture extends Painting {

    private static final double LEGEND_MARK = 8;

    private final Words words;
    private final FigureText figures;
    private ChartLayout layout =
            ChartLayout.of(ChartData.empty(new TimeRange(java.time.Instant.EPOCH, java.time.Instant.EPOCH)), 1, 1);

    ChartPicture(Words words) {
        super("chart-picture");
        this.words = words;
        figures = new FigureText(words);
    }

    void show(ChartLayout newest) {
        layout = newest;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        var pen = new Pen(to, this::ink);
        var gaps = new GapPainter(pen, words, layout);
        var texts = new IdentityHashMap<ChartFrame, PlotTexts>();
        layout.frames().forEach(frame -> texts.put(frame, PlotTexts.of(frame, layout)));
        List<TimeAxis.Tick> ticks = new TimeAxis(words).ticks(layout.data().range(), layout.columns());
        layout.frames().forEach(frame -> {
            grid(pen, frame, ticks);
            shades(pen, frame);
            gaps.hatch(frame);
            frame.plot().top().ifPresent(level -> level(pen, frame, level.at(), false));
            frame.plot().limit().ifPresent(level -> level(pen, frame, level.at(), true));
            texts.get(frame).level().ifPresent(text -> text.paint(pen));
            lines(pen, frame);
            gaps.strips(frame);
            title(pen, frame);
        });
        gaps.labels(texts::get);
        new LanePainter(pen, layout).paint();
        times(pen, ticks);
    }

    private void grid(Pen pen, ChartFrame frame, List<TimeAxis.Tick> ticks) {
        for (TimeAxis.Tick tick : ticks) {
            double x = Pen.crisp(frame.time().of(tick.at()));
            pen.line(tick.turn() ? Ink.TRACK : Ink.GRID, x, frame.top(), x, frame.bottom());
        }
        int steps = frame.tall() > 110 ? 4 : 2;
        double highest = frame.value().high();
        double step = ChartLayout.step(frame.plot(), highest, steps);
        for (double value = 0; value <= highest * 1.001; value += step) {
            double y = Pen.crisp(frame.value().of(value));
            pen.line(value == 0 ? Ink.TRACK : Ink.GRID, ChartLayout.LEFT, y, layout.right(), y);
            if (frame.plot().top().isEmpty() || value < highest * 0.9) {
                pen.text(figures.axis(value, frame.plot().unit()), ChartLayout.LEFT - 8, y, TextAlignment.RIGHT,
                        Ink.MUTED);
            }
        }
    }

    /// Alarms tint their time, and where there is a top the values between it and the limit.
    private void shades(Pen pen, ChartFrame frame) {
        int place = layout.frames().indexOf(frame);
        layout.data().lanes().stream().flatMap(lane -> lane.spans().stream())
                .filter(span -> span.plots().contains(place)).forEach(span -> {
                    double start = layout.left(span.range());
                    pen.fill(span.tone().area());
                    pen.to().fillRect(start, frame.top(), layout.right(span.range()) - start, frame.tall());
                });
        Optional<ChartData.Level> limit = frame.plot().limit();
        Optional<ChartData.Level> top = frame.plot().top();
        if (limit.isPresent() && top.isPresent() && limit.get().at() < top.get().at()) {
            double upper = frame.value().of(top.get().at());
            pen.fill(Ink.CRITICAL_AREA);
            pen.to().fillRect(ChartLayout.LEFT, upper, layout.columns(), frame.value().of(limit.get().at()) - upper);
        }
    }

    private void lines(Pen pen, ChartFrame frame) {
        pen.to().save();
        Pen.clip(pen.to(), ChartLayout.LEFT, frame.top() - 2, layout.columns() + 1.0, frame.tall() + 3);
        boolean alone = frame.plot().lines().size() == 1;
        var painter = new LinePainter(pen, layout.data().range(), layout.columns());
        frame.plot().lines().forEach(line -> painter.paint(frame, line, alone));
        pen.to().restore();
    }

    private void level(Pen pen, ChartFrame frame, double value, boolean dashed) {
        double y = Pen.crisp(frame.value().of(value));
        if (dashed) {
            pen.to().setLineDashes(4, 3);
        }
        pen.line(Ink.CRITICAL, ChartLayout.LEFT, y, layout.right(), y);
        pen.to().setLineDashes();
    }

    /// The title, and beside it which colour is which where several lines share the plot.
    private void title(Pen pen, ChartFrame frame) {
        double y = frame.top() - 13;
        pen.strong(frame.plot().title(), 2, y, TextAlignment.LEFT, Ink.TEXT);
        if (frame.plot().lines().stream().filter(line -> !line.label().isEmpty()).count() < 2) {
            return;
        }
        double x = Math.max(ChartLayout.LEFT, 2 + Pen.strongWidth(frame.plot().title()) + 2 * LEGEND_MARK);
        List<ChartData.Line> lines = frame.plot().lines();
        double all = lines.stream().mapToDouble(line -> Pen.width(line.label()) + 4 * LEGEND_MARK).sum();
        double room = all <= layout.right() - x ? Double.MAX_VALUE
                : (layout.right() - x) / lines.size() - 4 * LEGEND_MARK;
        for (ChartData.Line line : lines) {
            String name = Pen.fitted(line.label(), room);
            pen.fill(ChartFrame.ink(line));
            pen.to().fillRect(x, y - LEGEND_MARK / 2, LEGEND_MARK, LEGEND_MARK);
            pen.text(name, x + LEGEND_MARK + 5, y, TextAlignment.LEFT, Ink.TEXT);
            x += LEGEND_MARK + 5 + Pen.width(name) + 2 * LEGEND_MARK;
        }
    }

    private void times(Pen pen, List<TimeAxis.Tick> ticks) {
        double y = layout.height() - ChartLayout.AXIS / 2 + 1;
        double free = layout.right();
        if (layout.data().range().to().equals(layout.data().now())) {
            String now = layout.data().past() ? words.clock(layout.data().now()) : words.say("ui.chart.now");
            pen.text(now, layout.right(), y, TextAlignment.RIGHT, Ink.MUTED);
            free -= Pen.width(now) + 8;
        }
        for (TimeAxis.Tick tick : ticks) {
            double x = layout.time().of(tick.at());
            double half = (tick.turn() ? Pen.strongWidth(tick.label()) : Pen.width(tick.label())) / 2;
            if (x + half <= free && x - half >= 0) {
                if (tick.turn()) {
                    pen.strong(tick.label(), x, y, TextAlignment.CENTER, Ink.TEXT);
                } else {
                    pen.text(tick.label(), x, y, TextAlignment.CENTER, Ink.MUTED);
                }
            }
        }
    }
}
