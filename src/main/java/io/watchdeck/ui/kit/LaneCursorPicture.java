package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The line of the cursor over all lanes, with its handle in the strip and a dot on every figure. Lies over the
/// [LanesPicture], so that moving it paints nothing else but what it is not to go through.
final class LaneCursorPicture extends Painting {

    private static final double HANDLE = 7;

    private final Words words;
    private LaneLayout layout = LaneLayout.of(
            LaneData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))), 1, 1);
    private List<LaneTexts.Said> highest = List.of();
    private Optional<Instant> at = Optional.empty();

    LaneCursorPicture(Words words) {
        super("lanes-cursor");
        this.words = words;
        setMouseTransparent(true);
    }

    void show(LaneLayout newest) {
        layout = newest;
        highest = newest.lanes().stream().flatMap(lane -> lane.frame().stream())
                .flatMap(frame -> LaneTexts.of(frame, newest, words).highest().stream()).toList();
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
        highest.forEach(said -> highest(pen, said));
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

    /// It stands over the line of the cursor.
    private static void highest(Pen pen, LaneTexts.Said said) {
        Rectangle2D box = said.box();
        pen.to().setGlobalAlpha(0.85);
        pen.fill(Ink.SURFACE);
        pen.to().fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        pen.to().setGlobalAlpha(1);
        pen.text(said.text(), box.getMaxX() - 3, box.getMinY() + 6, TextAlignment.RIGHT, Ink.MUTED);
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
