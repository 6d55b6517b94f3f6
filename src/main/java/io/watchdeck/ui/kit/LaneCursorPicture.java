package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/// The line of the cursor over all lanes, with its handle in the strip and a dot on every figure. Lies over the
/// [LanesPicture], so that moving it paints nothing else.
final class LaneCursorPicture extends Painting {

    private static final double HANDLE = 7;

    private LaneLayout layout = LaneLayout.of(
            LaneData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))), 1, 1);
    private Optional<Instant> at = Optional.empty();

    LaneCursorPicture() {
        super("lanes-cursor");
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
        at.filter(_ -> !layout.lanes().isEmpty()).ifPresent(instant -> {
            double x = Pen.crisp(layout.time().of(instant));
            if (x < layout.left() - 1 || x > layout.right() + 1) {
                return;
            }
            var pen = new Pen(to, this::ink);
            to.setStroke(ink(Ink.TEXT));
            to.setLineWidth(2);
            to.strokeLine(x, 12, x, layout.foot());
            pen.fill(Ink.TEXT);
            to.fillPolygon(new double[] {x - HANDLE, x + HANDLE, x + HANDLE, x, x - HANDLE},
                    new double[] {3, 3, 12, 19, 12}, 5);
            layout.lanes().stream().flatMap(lane -> lane.frame().stream()).forEach(frame -> frame.plot().lines()
                    .forEach(line -> dot(pen, frame, line, instant, x)));
        });
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
