package io.watchdeck.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Screen;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class UncheckedAlarmsViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.never(Failure.unreachable("127.0.0.1:1")));
        window.shell.show(Screen.ALARMS);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void whereNothingCouldBeCheckedNoFilterSaysNone(FxRobot robot) {
        assertThat(robot.lookup(".alarm-tools .segments > .toggle-button").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .containsExactlyInAnyOrder("All", "Open", "Acknowledged", "Snoozed", "Resolved");

        robot.interact(() -> window.watch.publish(Snapshots.of(java.util.List.of(Snapshots.glimpse()))));
        assertThat(robot.lookup("#alarms-only-open").queryLabeled().getText()).as("what was checked")
                .isEqualTo("Open 0");
    }
}
