package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Lanes of figures and of what happened on one axis of time, with a cursor over all of them: by click and drag, and by
/// key. Left and Right go by a pixel, a minute at least, with Shift by an hour, with Ctrl by event; Home and End to the
/// ends. For a screen reader it is a slider along the time.
public final class LaneChart extends Region {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double NEAR = 6;

    private final Words words;
    private final Tooltip tip = Texts.tooltip("");
    private final LanesPicture picture;
    private final LaneCursorPicture cursor;
    private LaneData data = LaneData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
    private LaneLayout layout = LaneLayout.of(data, 1, 1);
    private Instant at = Instant.EPOCH;
    private String spoken = "";
    private Consumer<Instant> onCursor = _ -> {};
    private IntConsumer onEvent = _ -> {};
    private DoubleConsumer onPlace = _ -> {};

    public LaneChart(Words words) {
        this.words = words;
        picture = new LanesPicture(words);
        cursor = new LaneCursorPicture(words);
        getChildren().addAll(picture, cursor);
        getStyleClass().add("lane-chart");
        setFocusTraversable(true);
        setMinHeight(200);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.SLIDER);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            point(event);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean alone = !event.isShortcutDown() && !event.isShiftDown();
            boolean end = event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END;
            if (!event.isAltDown() && (alone || !end) && act(event)) {
                event.consume();
            }
        });
    }

    public void show(LaneData newest) {
        data = newest;
        setAccessibleText(newest.summary());
        notifyAccessibleAttributeChanged(AccessibleAttribute.MIN_VALUE);
        notifyAccessibleAttributeChanged(AccessibleAttribute.MAX_VALUE);
        arrange();
    }

    /// Puts the cursor at an instant.
    ///
    /// @param said the same for those who hear it
    public void cursorAt(Instant instant, String said) {
        at = instant;
        spoken = said;
        cursor.at(instant);
        onPlace.accept(xOf(instant));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
    }

    /// @param listener is told where a person wants the cursor
    public void onCursor(Consumer<Instant> listener) {
        onCursor = listener;
    }

    /// @param listener is told that a person wants the cursor at the event after, or with −1 at the one before
    public void onEvent(IntConsumer listener) {
        onEvent = listener;
    }

    /// @param listener is told where the cursor stands whenever that becomes another place, in pixels from the left edge
    public void onPlace(DoubleConsumer listener) {
        onPlace = listener;
    }

    /// Where an instant is, in pixels from the left edge.
    public double xOf(Instant instant) {
        return layout.time().of(instant);
    }

    /// What is shown at present.
    public LaneData shown() {
        return data;
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
        cursor.resizeRelocate(0, 0, getWidth(), getHeight());
        if (layout.width() != getWidth() || layout.height() != getHeight()) {
            arrange();
        }
    }

    private void arrange() {
        layout = LaneLayout.of(data, getWidth(), getHeight());
        picture.show(layout);
        cursor.show(layout);
        onPlace.accept(xOf(at));
    }

    private void point(MouseEvent event) {
        if (event.isPrimaryButtonDown() && event.getX() >= layout.left() - 8) {
            double x = Math.clamp(event.getX(), layout.left(), layout.right());
            move(pin(x, event.getY()).orElseGet(() -> layout.time().instant(x)));
        }
        event.consume();
    }

    /// Tells what stands under the pointer.
    private void hover(MouseEvent event) {
        String said = layout.lanes().stream()
                .filter(lane -> event.getY() >= lane.top() && event.getY() < lane.bottom())
                .map(lane -> said(lane, event.getX())).findFirst().orElse("");
        if (said.isEmpty()) {
            Tooltip.uninstall(this, tip);
            tip.hide();
        } else if (!said.equals(tip.getText())) {
            Tooltip.install(this, tip);
        }
        tip.setText(said);
    }

    /// What stands there: icons, the nearest first; else bars, each by its name; else why nothing is known.
    String said(LaneLayout.Placed place, double x) {
        return place.lane() instanceof LaneData.Happened lane
                ? Stream.<Supplier<String>>of(() -> flags(lane, x), () -> bars(place.bars(), x), () -> gaps(lane, x))
                        .map(Supplier::get).filter(text -> !text.isEmpty()).findFirst().orElse("")
                : "";
    }

    /// Where bars without names are counted, all of those.
    private String bars(BarRows bars, double x) {
        boolean counted = bars.others().filter(more -> x >= more.from() - 2 && x <= more.to() + 2).isPresent();
        return bars.rows().stream().flatMap(row -> row.bars().stream()
                .filter(one -> counted && !row.named() || x >= one.start() - 2 && x <= one.end() + 2))
                .map(BarRows.Placed::bar).map(this::said).collect(Collectors.joining("\n"));
    }

    private String said(LaneData.Bar bar) {
        return bar.range().to().equals(data.now())
                ? words.say("ui.lanes.bar.open", bar.text(), words.when(bar.range().from(), data.now()))
                : words.say("ui.lanes.bar", bar.text(), words.when(bar.range().from(), data.now()),
                        words.when(bar.range().to(), data.now()));
    }

    private String gaps(LaneData.Happened lane, double x) {
        return lane.gaps().stream().filter(gap -> isAt(gap.range(), x)).map(ChartData.Gap::reason)
                .collect(Collectors.joining("\n"));
    }

    private boolean isAt(TimeRange range, double x) {
        return layout.isIn(range) && x >= layout.left(range) - 2 && x <= layout.right(range) + 2;
    }

    private String flags(LaneData.Happened lane, double x) {
        return FlagCluster.of(layout, lane.flags()).stream().filter(one -> Math.abs(one.x() - x) <= NEAR + 2)
                .sorted(Comparator.comparingDouble(one -> Math.abs(one.x() - x))).map(one -> one.said(words))
                .collect(Collectors.joining("\n"));
    }

    /// What is pinned there, for a press on its ribbon.
    private Optional<Instant> pin(double x, double y) {
        return y > LaneLayout.STRIP + 4 || y < LaneLayout.STRIP - 12 ? Optional.empty()
                : data.pins().stream().map(LaneData.Pin::at)
                        .filter(pinned -> Math.abs(layout.time().of(pinned) - x) <= NEAR)
                        .min(Comparator.comparingDouble(pinned -> Math.abs(layout.time().of(pinned) - x)));
    }

    private void move(Instant wanted) {
        Instant from = data.range().from();
        Instant to = data.range().to();
        onCursor.accept(wanted.isBefore(from) ? from : wanted.isAfter(to) ? to : wanted);
    }

    private boolean act(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(-1, event);
            case RIGHT -> step(1, event);
            case HOME -> move(data.range().from());
            case END -> move(data.range().to());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void step(int direction, KeyEvent event) {
        if (event.isShortcutDown()) {
            onEvent.accept(direction);
        } else {
            move(at.plus((event.isShiftDown() ? HOUR : pixel()).multipliedBy(direction)));
        }
    }

    private Duration pixel() {
        Duration one = data.range().length().dividedBy(layout.columns());
        return one.compareTo(MINUTE) > 0 ? one : MINUTE;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) at.getEpochSecond();
            case MIN_VALUE -> (double) data.range().from().getEpochSecond();
            case MAX_VALUE -> (double) data.range().to().getEpochSecond();
            case VALUE_STRING -> spoken;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> move(at.plus(pixel()));
            case DECREMENT -> move(at.minus(pixel()));
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
