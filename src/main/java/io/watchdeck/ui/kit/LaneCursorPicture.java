package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Decimation;
import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The line of the cursor over all lanes, with its handle in the strip and a dot on every figure. Lies over the
/// [LanesPicture], so that moving it paints nothing else but what it is not to go through.
final class LaneCursorPicture extends Painting {

    private static final double HANDLE = 7;

    private final Words words;
    private final FigureText figures;
    private LaneLayout layout = LaneLayout.of(
            LaneData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))), 1, 1);
    private Optional<Instant> at = Optional.empty();

    LaneCursorPicture(Words words) {
        super("lanes-cursor");
        this.words = words;
        figures = new FigureText(words);
        setMouseTransparent(true);
    }

    void show(LaneLayout newest) {
        layout = newest;
        repaint();
    }

    void at(Instant instant) {
        at = Optional.of(instant);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        var pen = new Pen(to, this::ink);
        line(pen);
        layout.lanes().stream().flatMap(lane -> lane.frame().stream()).forEach(frame -> highest(pen, frame));
        at.filter(instant -> isShown(layout.time().of(instant))).ifPresent(instant -> layout.lanes().stream()
                .flatMap(lane -> lane.frame().stream()).forEach(frame -> frame.plot().lines()
                        .forEach(line -> dot(pen, frame, line, instant, Pen.crisp(layout.time().of(instant))))));
    }

    private boolean isShown(double x) {
        return !layout.lanes().isEmpty() && x >= layout.left() - 1 && x <= layout.right() + 1;
    }

    private void line(Pen pen) {
        GraphicsContext to = pen.to();
        at.map(instant -> Pen.crisp(layout.time().of(instant))).filter(this::isShown).ifPresent(x -> {
            to.setStroke(ink(Ink.TEXT));
            to.setLineWidth(2);
            to.strokeLine(x, 12, x, layout.foot());
            pen.fill(Ink.TEXT);
            to.fillPolygon(new double[] {x - HANDLE, x + HANDLE, x + HANDLE, x, x - HANDLE},
                    new double[] {3, 3, 12, 19, 12}, 5);
        });
    }

    /// The highest value of the time, at the end of its lane: a lane has no room for an axis. It stands over the line.
    private void highest(Pen pen, ChartFrame frame) {
        double highest = frame.plot().lines().stream().mapToDouble(line -> Decimation.highest(
                line.values().between(layout.data().range().from(), layout.data().range().to()))).max().orElse(0);
        if (highest > 0 && frame.tall() > 26) {
            String said = words.say("ui.lanes.highest", figures.axis(highest, frame.plot().unit()));
            double wide = Pen.width(said) + 6;
            pen.to().setGlobalAlpha(0.85);
            pen.fill(Ink.SURFACE);
            pen.to().fillRect(layout.right() - wide, frame.top() - 3, wide, 13);
            pen.to().setGlobalAlpha(1);
            pen.text(said, layout.right() - 3, frame.top() + 3, TextAlignment.RIGHT, Ink.MUTED);
        }
    }

    private void dot(Pen pen, ChartFrame frame, ChartData.Line line, Instant instant, double x) {
        var under = line.under(new TimeRange(instant, instant.plusMillis(1)), instant);
        under.last().filter(sample -> !Double.isNaN(sample.value())).ifPresent(sample -> {
            double y = frame.value().of(sample.value());
            pen.fill(Ink.SURFACE);
            pen.to().fillOval(x - 4.5, y - 4.5, 9, 9);
            pen.fill(ChartFrame.ink(line));
            pen.to().fillOval(x - 3, y - 3, 6, 6);
        });
    }
}
