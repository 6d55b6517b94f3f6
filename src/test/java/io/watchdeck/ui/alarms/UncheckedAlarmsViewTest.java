package io.watchdeck.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Failure;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.StackSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.glimpse()))));
        assertThat(robot.lookup("#alarms-only-open").queryLabeled().getText()).as("what was checked")
                .isEqualTo("Open 0");
    }

    @Test
    void ofAllNoNumberIsSaidWhereThatOfOneGroupIsNotKnown(FxRobot robot) {
        StackSnapshot tiketi = Snapshots.never(Failure.unreachable("127.0.0.1:1")).stacks().getFirst();
        Occurrence had = AlarmMoments.over(new UUID(0, 1), tiketi.file().id().value(), ComponentKind.SERVICE, "api",
                "service.cpu", 91, 60, 10, Optional.empty());
        robot.interact(() -> window.watch.publish(AlarmMoments.over(Snapshots.of(List.of(tiketi)), List.of(had))));

        assertThat(robot.lookup("#alarms-only-resolved").queryLabeled().getText()).isEqualTo("Resolved 1");
        assertThat(robot.lookup("#alarms-only-open").queryLabeled().getText()).isEqualTo("Open");
        assertThat(robot.lookup("#alarms-only-all").queryLabeled().getText()).isEqualTo("All");
    }
}
