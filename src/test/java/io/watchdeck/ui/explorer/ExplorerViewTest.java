package io.watchdeck.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class ExplorerViewTest {

    private static final Instant NOW = Snapshots.NOW;

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment());
        window.shell.show(Screen.EXPLORER);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    /// A window costs seconds: everything here happens in one.
    @Test
    void choosesOverlaysZoomsPointsAndExports(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        nothingChosenSaysWhatToDo(robot);
        aWordAndEnterChooseASeries(robot);
        theKeysChooseAnotherOfAnotherStack(robot);
        theLegendFollowsTheCrosshair(robot);
        draggingShowsThatPartAndAnotherRangeAsksForIt(robot);
        savesPictureAndValues(robot);
        theChoiceStaysOverARefreshAndAnotherScreen(robot);
        aChipTakesItsSeriesAway(robot);
        theHistoryOfAStackOpensHere(robot);
        theServicesHistoryOpensHere(robot);
    }

    private void nothingChosenSaysWhatToDo(FxRobot robot) {
        assertThat(legend(robot).getItems()).hasSize(6);

        fire(robot, "#explorer-clear");

        assertThat(legend(robot).getItems()).isEmpty();
        assertThat(Window.texts(robot.lookup("#explorer").query())).contains("Nothing chosen yet");
    }

    private void aWordAndEnterChooseASeries(FxRobot robot) {
        robot.interact(() -> {
            TextField field = robot.lookup("#explorer-filter").query();
            field.setText("tiketi ecs cpu");
            key(field, KeyCode.ENTER);
        });

        assertThat(legend(robot).getItems()).extracting(Row::key).extracting(SeriesId::metric, SeriesId::component)
                .containsExactly(tuple("service.cpu", "tiketi-backend-service"));
        assertThat(chart(robot).shown().plots()).hasSize(1);
    }

    private void theKeysChooseAnotherOfAnotherStack(FxRobot robot) {
        robot.interact(() -> {
            TextField field = robot.lookup("#explorer-filter").query();
            field.setText("sesami cpu");
            key(field, KeyCode.DOWN);
            ListView<?> list = robot.lookup("#explorer-list").query();
            assertThat(list.isFocused()).isTrue();
            assertThat(list.getSelectionModel().getSelectedIndex()).as("past the stack's own line").isEqualTo(1);
            key(list, KeyCode.SPACE);
            key(list, KeyCode.DOWN);
            key(list, KeyCode.SPACE);
        });

        assertThat(chart(robot).shown().plots().getFirst().lines()).extracting(line -> line.name())
                .containsExactly("Tiketi ECS CPU", "Sesami ECS CPU", "Sesami RDS CPU");
        assertThat(robot.lookup(".chip").queryAll()).hasSize(3);
        assertThat(chart(robot).getAccessibleText()).contains("Tiketi ECS CPU: now ");
    }

    private void theLegendFollowsTheCrosshair(FxRobot robot) {
        assertThat(legend(robot).getColumns().get(3).getText()).isEqualTo("Now");

        robot.interact(() -> mouse(robot, MouseEvent.MOUSE_MOVED, 60));

        assertThat(legend(robot).getColumns().get(3).getText()).isEqualTo("12:42");
        robot.interact(() -> chart(robot).cursorAt(null));
        assertThat(legend(robot).getColumns().get(3).getText()).isEqualTo("Now");
    }

    private void draggingShowsThatPartAndAnotherRangeAsksForIt(FxRobot robot) {
        robot.interact(() -> {
            mouse(robot, MouseEvent.MOUSE_PRESSED, 120);
            mouse(robot, MouseEvent.MOUSE_DRAGGED, 60);
            mouse(robot, MouseEvent.MOUSE_RELEASED, 60);
        });
        assertThat(chart(robot).shown().range().length()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));

        fire(robot, "#explorer-back");
        assertThat(chart(robot).shown().range().length()).isEqualTo(Duration.ofHours(3));

        robot.interact(() -> robot.lookup("#explorer-range-1y").queryAs(ToggleButton.class).fire());
        assertThat(window.watch.histories().getLast().tier()).isEqualTo(Tier.HOUR);
        assertThat(window.watch.histories().getLast().series()).hasSize(3);
        robot.interact(() -> robot.lookup("#explorer-range-3h").queryAs(ToggleButton.class).fire());
    }

    private void savesPictureAndValues(FxRobot robot) {
        fire(robot, "#explorer-png");
        fire(robot, "#explorer-csv");

        assertThat(window.desktop.savedNames).containsExactly("explorer-3h.png", "explorer-3h.csv");
        assertThat(window.desktop.savedPictures.getFirst()).hasSizeGreaterThan(10_000).startsWith(0x89, 'P', 'N', 'G');
        assertThat(window.desktop.saved.getFirst()).contains("Stack,Component,Metric,Unit,Time,Value",
                "tiketi-prod,tiketi-backend-service,service.cpu,%,2026-09-22T0");
    }

    private void theChoiceStaysOverARefreshAndAnotherScreen(FxRobot robot) {
        List<?> before = keys(robot);

        robot.interact(() -> window.watch.publish(Snapshots.moment()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(keys(robot)).isEqualTo(before);

        robot.interact(() -> {
            window.shell.show(Screen.OVERVIEW);
            window.shell.show(Screen.EXPLORER);
        });
        assertThat(keys(robot)).isEqualTo(before);
    }

    private void aChipTakesItsSeriesAway(FxRobot robot) {
        robot.interact(() -> robot.lookup(".chip").queryAllAs(Button.class).iterator().next().fire());

        assertThat(keys(robot)).hasSize(2);
    }

    private void theHistoryOfAStackOpensHere(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Place.of(new StackId("tiketi-prod")));
            robot.lookup("#history-range-24h").queryAs(ToggleButton.class).fire();
        });
        fire(robot, "#history-explore");

        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.EXPLORER);
        assertThat(keys(robot)).extracting(SeriesId::metric).containsExactly("lb.5xx", "db.connections");
        assertThat(chart(robot).shown().range().length()).isEqualTo(Duration.ofHours(24));
        assertThat(window.watch.focused()).contains(new StackId("tiketi-prod"));
        assertThat(((Label) robot.lookup("#explorer-note").query()).getText()).isEqualTo("last 24 h");
    }

    /// The drawer's chart has the range of the page.
    private void theServicesHistoryOpensHere(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.of(new StackId("tiketi-prod"), "tiketi-backend-service")));
        TimeChart small = robot.lookup("#drawer-chart").query();
        assertThat(small.shown().range().length()).isEqualTo(Duration.ofHours(24));
        assertThat(small.shown().plots()).hasSize(2);

        fire(robot, "#drawer-explore");

        assertThat(keys(robot)).extracting(SeriesId::metric).containsExactly("service.cpu", "service.memory",
                "service.desired", "service.running");
        robot.interact(() -> window.shell.use(Locale.KOREAN));
        assertThat(keys(robot)).as("in another language").hasSize(4);
    }

    private static List<SeriesId> keys(FxRobot robot) {
        return legend(robot).getItems().stream().map(Row::key).toList();
    }

    private static TableView<Row<SeriesId, LegendLine>> legend(FxRobot robot) {
        return robot.lookup("#explorer-legend").query();
    }

    private static TimeChart chart(FxRobot robot) {
        return robot.lookup("#explorer-chart").query();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    private static void key(Node at, KeyCode code) {
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void mouse(FxRobot robot, javafx.event.EventType<MouseEvent> type, int minutesAgo) {
        TimeChart chart = chart(robot);
        Point2D scene = chart.localToScene(chart.xOf(NOW.minus(Duration.ofMinutes(minutesAgo))), 120);
        Event.fireEvent(chart, new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, false, null));
    }
}
