package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HistoryPaneTest {

    private static final Instant NOW = Snapshots.NOW;

    private Window window;
    private TimeChart chart;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment());
        window.shell.show(Place.of(new StackId("tiketi-prod")));
    }

    @BeforeEach
    void find(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        chart = robot.lookup("#history-chart").queryAs(TimeChart.class);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    /// A window costs seconds: everything here happens in one.
    @Test
    void zoomsMovesPointsAndExports(FxRobot robot) {
        draggingShowsThatPartLargerAndEscapeShowsAllAgain(robot);
        afresh(robot);
        shiftAndTheWheelGoAlongTheTimeButNotIntoTheFuture(robot);
        afresh(robot);
        theCrosshairFollowsPointerAndKeys(robot);
        afresh(robot);
        anotherRangeAsksWhatIsKept(robot);
        afresh(robot);
        enterOpensTheValuesAndEscapeTheChart(robot);
        afresh(robot);
        savesPictureAndValuesOfWhatIsShown(robot);
    }

    private void afresh(FxRobot robot) {
        robot.interact(() -> {
            robot.lookup("#history-range-3h").queryAs(ToggleButton.class).fire();
            chart.cursorAt(null);
        });
        assertThat(chart.shown().range()).isEqualTo(TimeRange.last(Duration.ofHours(3), NOW));
    }

    private void draggingShowsThatPartLargerAndEscapeShowsAllAgain(FxRobot robot) {
        robot.interact(() -> drag(chart.xOf(ago(120)), chart.xOf(ago(60)), false));

        assertThat(chart.shown().range().length()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        assertThat(robot.lookup("#history-back").query().isVisible()).isTrue();

        robot.interact(() -> key(KeyCode.ESCAPE, false));
        assertThat(chart.shown().range()).isEqualTo(TimeRange.last(Duration.ofHours(3), NOW));
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.STACKS);
        assertThat(robot.lookup("#history-back").query().isVisible()).isFalse();

        robot.interact(() -> drag(chart.xOf(ago(120)), chart.xOf(ago(60)), false));
        robot.interact(() -> mouse(MouseEvent.MOUSE_PRESSED, chart.xOf(ago(90)), 2, false));
        assertThat(chart.shown().range().length()).as("after a double click").isEqualTo(Duration.ofHours(3));
    }

    private void shiftAndTheWheelGoAlongTheTimeButNotIntoTheFuture(FxRobot robot) {
        robot.interact(() -> drag(chart.xOf(ago(120)), chart.xOf(ago(60)), false));
        TimeRange before = chart.shown().range();

        robot.interact(() -> drag(chart.xOf(ago(100)), chart.xOf(ago(70)), true));
        assertThat(Duration.between(chart.shown().range().from(), before.from()))
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
        assertThat(chart.shown().range().length()).isEqualTo(before.length());

        robot.interact(() -> scroll(-4000, 0, false));
        assertThat(chart.shown().range().to()).isEqualTo(NOW);

        robot.interact(() -> scroll(0, 40, true));
        assertThat(chart.shown().range().length()).isLessThan(before.length());
    }

    private void theCrosshairFollowsPointerAndKeys(FxRobot robot) {
        robot.interact(() -> mouse(MouseEvent.MOUSE_MOVED, chart.xOf(ago(60)), 0, false));
        assertThat(chart.cursor()).get().satisfies(at -> assertThat(Duration.between(at, ago(60)).abs())
                .isLessThan(Duration.ofSeconds(30)));

        robot.interact(() -> mouse(MouseEvent.MOUSE_PRESSED, chart.xOf(ago(60)), 1, false));
        assertThat(chart.isFocused()).as("after a click, though the page scrolls").isTrue();
        robot.interact(() -> mouse(MouseEvent.MOUSE_RELEASED, chart.xOf(ago(60)), 1, false));

        robot.interact(() -> key(KeyCode.HOME, false));
        Instant first = chart.cursor().orElseThrow();
        robot.interact(() -> key(KeyCode.RIGHT, false));
        assertThat(chart.cursor()).contains(first.plusSeconds(60));
        robot.interact(() -> key(KeyCode.RIGHT, true));
        assertThat(chart.cursor()).contains(first.plusSeconds(660));
        robot.interact(() -> key(KeyCode.PLUS, false));
        assertThat(chart.shown().range().length()).isEqualTo(Duration.ofMinutes(90));
    }

    private void anotherRangeAsksWhatIsKept(FxRobot robot) {
        robot.interact(() -> robot.lookup("#history-range-1y").queryAs(
                ToggleButton.class).fire());

        assertThat(window.watch.histories().getLast().tier()).isEqualTo(Tier.HOUR);
        assertThat(chart.shown().range().length()).isEqualTo(Duration.ofDays(365));
    }

    private void enterOpensTheValuesAndEscapeTheChart(FxRobot robot) {
        robot.interact(() -> {
            chart.requestFocus();
            key(KeyCode.ENTER, false);
        });
        TableView<?> values = robot.lookup("#chart-values-table").query();
        assertThat(values.getItems()).hasSizeGreaterThan(150);
        assertThat(chart.isVisible()).isFalse();
        assertThat(robot.lookup("#history-values").queryButton().getAccessibleText()).isEqualTo("Back to the chart");

        robot.interact(() -> Event.fireEvent(values, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false,
                false, false, false)));
        assertThat(chart.isVisible()).isTrue();
        assertThat(robot.lookup("#history-values").queryButton().getAccessibleText()).isEqualTo("Values as a table");
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.STACKS);
    }

    private void savesPictureAndValuesOfWhatIsShown(FxRobot robot) {
        robot.interact(() -> {
            robot.lookup("#history-png").queryButton().fire();
            robot.lookup("#history-csv").queryButton().fire();
        });

        assertThat(window.desktop.savedNames).containsExactly("tiketi-prod-history-3h.png",
                "tiketi-prod-history-3h.csv");
        assertThat(window.desktop.savedPictures.getFirst()).startsWith(0x89, 'P', 'N', 'G');
        theWholeChartIsOnThePicture(window.desktop.savedPictures.getFirst());
        assertThat(window.desktop.saved.getFirst()).contains("Metric,Time,Value", "5xx,2026-09-22T0");
        assertThat(robot.lookup(".chart-caption").query().isVisible()).isFalse();
    }

    /// From its edges inwards the picture is the surface of the chart; the times stand at its lower edge.
    private void theWholeChartIsOnThePicture(byte[] png) {
        BufferedImage picture = read(png);
        int high = picture.getHeight();
        assertThat(picture.getWidth()).isGreaterThanOrEqualTo((int) (2 * chart.getWidth()));
        assertThat(high).isGreaterThan((int) (2 * chart.getHeight()) + 20);
        assertThat(IntStream.range(0, high).map(y -> picture.getRGB(0, y) >>> 24)).containsOnly(0xFF);
        assertThat(inks(picture, high - 2 * 20, high)).as("the line of times").isPositive();
        assertThat(inks(picture, 0, 2 * 20)).as("the caption").isPositive();
    }

    /// How many pixels of these lines are not as the first.
    private static long inks(BufferedImage picture, int from, int to) {
        return IntStream.range(from, to).mapToLong(y -> IntStream.range(0, picture.getWidth())
                .filter(x -> picture.getRGB(x, y) != picture.getRGB(0, from)).count()).sum();
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private void drag(double from, double to, boolean shift) {
        mouse(MouseEvent.MOUSE_PRESSED, from, 1, shift);
        mouse(MouseEvent.MOUSE_DRAGGED, (from + to) / 2, 1, shift);
        mouse(MouseEvent.MOUSE_DRAGGED, to, 1, shift);
        mouse(MouseEvent.MOUSE_RELEASED, to, 1, shift);
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, int clicks, boolean shift) {
        Point2D scene = chart.localToScene(x, 120);
        Event.fireEvent(chart, new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                MouseButton.PRIMARY, clicks, shift, false, false,
                false, true, false, false, true, false, false, null));
    }

    private void scroll(double deltaX, double deltaY, boolean control) {
        Point2D scene = chart.localToScene(chart.getWidth() / 2, 120);
        Event.fireEvent(chart, new ScrollEvent(ScrollEvent.SCROLL, scene.getX(), scene.getY(), scene.getX(),
                scene.getY(), false, control, false, false, false,
                false, deltaX, deltaY, deltaX, deltaY, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    private void key(KeyCode code, boolean shift) {
        Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }
}
