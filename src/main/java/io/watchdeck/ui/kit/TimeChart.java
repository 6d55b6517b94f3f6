package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Plots of one stretch of time above each other, so that cause stands above effect: lanes of what happened, then the
/// plots with gaps hatched and limits dashed. The crosshair follows the pointer, or the arrow keys. Dragging shows a part
/// larger, dragging with Shift and turning the wheel with Shift go along the time, Ctrl with the wheel zooms. Without
/// them the wheel belongs to the page.
public final class TimeChart extends Region {

    private static final double DRAG = 4;
    private static final double CLOSER = 0.5;
    private static final double NOTCH = 40;
    private static final double PER_NOTCH = 0.15;
    private static final int FAST = 10;

    private final ChartPicture picture;
    private final CrosshairPicture crosshair;
    private ChartData data = ChartData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600)));
    private ChartLayout layout = ChartLayout.of(data, 1, 1);
    private Consumer<Optional<TimeRange>> onLook = _ -> {};
    private Runnable onOpen = () -> {};
    private Consumer<Optional<ChartData.Pointed>> onCursor = _ -> {};
    private boolean closer;
    private @Nullable Instant cursor;
    private double pressed = Double.NaN;
    private TimeRange grabbed = data.range();

    public TimeChart(Words words) {
        picture = new ChartPicture(words);
        crosshair = new CrosshairPicture(words);
        getChildren().addAll(picture, crosshair);
        getStyleClass().add("time-chart");
        setFocusTraversable(true);
        setMinHeight(160);
        setCursor(Cursor.CROSSHAIR);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> cursorAt(null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// What is looked at from now on; while something is being dragged, the range stays.
    public void show(ChartData newest) {
        data = dragging() ? newest.over(data.range()) : newest;
        setAccessibleText(newest.summary());
        arrange();
    }

    /// @param listener is told the time that a person wants to see; nothing means what was there before zooming
    public void onLook(Consumer<Optional<TimeRange>> listener) {
        onLook = listener;
    }

    /// @param open shows the values as a table
    public void onOpen(Runnable open) {
        onOpen = open;
    }

    /// @param listener is told where the crosshair is, or that it is away
    public void onCursor(Consumer<Optional<ChartData.Pointed>> listener) {
        onCursor = listener;
    }

    /// Whether only a part of what was chosen is shown, so that there is a way back.
    public void closer(boolean part) {
        closer = part;
    }

    /// Puts the crosshair at an instant, or away.
    public void cursorAt(@Nullable Instant at) {
        boolean other = !Objects.equals(at, cursor);
        cursor = at;
        crosshair.at(at);
        if (other) {
            onCursor.accept(cursor().map(instant -> new ChartData.Pointed(instant, layout.column(instant))));
        }
    }

    /// Where the crosshair is.
    public Optional<Instant> cursor() {
        return Optional.ofNullable(cursor);
    }

    /// Where an instant is, in pixels from the left edge.
    public double xOf(Instant at) {
        return layout.time().of(at);
    }

    /// What is shown at present.
    public ChartData shown() {
        return data;
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
        crosshair.resizeRelocate(0, 0, getWidth(), getHeight());
        if (layout.width() != getWidth() || layout.height() != getHeight()) {
            arrange();
        }
    }

    private void arrange() {
        layout = ChartLayout.of(data, getWidth(), getHeight());
        picture.show(layout);
        crosshair.show(layout);
    }

    private TimeWindow window(TimeRange range) {
        return new TimeWindow(range, data.now().minus(Tier.HOUR.kept()), data.now());
    }

    private void look(TimeRange range) {
        data = data.over(range);
        arrange();
        onLook.accept(Optional.of(range));
    }

    private void back() {
        if (closer) {
            onLook.accept(Optional.empty());
        }
    }

    private void point(double x) {
        cursorAt(layout.onPlots(x) ? layout.time().instant(x) : null);
    }

    private boolean dragging() {
        return !Double.isNaN(pressed);
    }

    /// A page that scrolls would take the focus for itself where the press went on to it.
    private void press(MouseEvent event) {
        requestFocus();
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            back();
        } else if (event.getButton() == MouseButton.PRIMARY && layout.onPlots(event.getX())) {
            pressed = event.getX();
            grabbed = data.range();
        }
    }

    private void drag(MouseEvent event) {
        if (!dragging()) {
            return;
        }
        if (event.isShiftDown()) {
            double pixels = pressed - event.getX();
            long millis = (long) (pixels / layout.columns() * grabbed.length().toMillis());
            crosshair.drag(0, 0);
            cursorAt(null);
            data = data.over(window(grabbed).moved(Duration.ofMillis(millis)));
            arrange();
        } else {
            cursorAt(null);
            crosshair.drag(pressed, event.getX());
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (!dragging()) {
            return;
        }
        double from = pressed;
        pressed = Double.NaN;
        crosshair.drag(0, 0);
        if (!data.range().equals(grabbed)) {
            look(data.range());
        } else if (!event.isShiftDown() && Math.abs(event.getX() - from) >= DRAG) {
            double to = Math.clamp(event.getX(), ChartLayout.LEFT, layout.right());
            look(window(data.range()).between(layout.time().instant(from), layout.time().instant(to)));
        }
    }

    /// With Shift the toolkit turns the wheel's way into a horizontal one.
    private void scroll(ScrollEvent event) {
        if (!layout.onPlots(event.getX())) {
            return;
        }
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            double factor = Math.pow(CLOSER, event.getDeltaY() / NOTCH / 2);
            look(window(data.range()).zoomed(layout.time().instant(event.getX()), factor));
            event.consume();
        } else if (event.getDeltaX() != 0) {
            pan(-event.getDeltaX() / NOTCH * PER_NOTCH);
            event.consume();
        }
    }

    private void pan(double share) {
        look(window(data.range()).moved(Duration.ofMillis((long) (share * data.range().length().toMillis()))));
    }

    private void key(KeyEvent event) {
        if (data.plots().isEmpty() || event.isAltDown()) {
            return;
        }
        if (act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(-1, event);
            case RIGHT -> step(1, event);
            case HOME -> end(true);
            case END -> end(false);
            case PLUS, ADD, EQUALS -> zoom(CLOSER);
            case MINUS, SUBTRACT -> zoom(1 / CLOSER);
            case ENTER -> onOpen.run();
            case ESCAPE -> {
                boolean any = closer || cursor != null;
                cursorAt(null);
                back();
                return any;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void step(int direction, KeyEvent event) {
        if (event.isShortcutDown()) {
            pan(direction * 0.25);
            return;
        }
        List<Instant> newestFirst = data.instants();
        if (newestFirst.isEmpty()) {
            return;
        }
        int far = event.isShiftDown() ? FAST : 1;
        Instant from = cursor;
        int place = from == null ? 0 : nearest(newestFirst, from) - direction * far;
        cursorAt(newestFirst.get(Math.clamp(place, 0, newestFirst.size() - 1)));
    }

    private static int nearest(List<Instant> newestFirst, Instant at) {
        int best = 0;
        for (int index = 1; index < newestFirst.size(); index++) {
            if (Duration.between(newestFirst.get(index), at).abs()
                    .compareTo(Duration.between(newestFirst.get(best), at).abs()) < 0) {
                best = index;
            }
        }
        return best;
    }

    private void end(boolean first) {
        List<Instant> newestFirst = data.instants();
        if (!newestFirst.isEmpty()) {
            cursorAt(first ? newestFirst.getLast() : newestFirst.getFirst());
        }
    }

    private void zoom(double factor) {
        TimeRange range = data.range();
        Instant about = cursor != null && range.contains(cursor) ? cursor
                : range.from().plus(range.length().dividedBy(2));
        look(window(range).zoomed(about, factor));
    }
}
