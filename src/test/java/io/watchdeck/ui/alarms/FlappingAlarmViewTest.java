package io.watchdeck.ui.alarms;

import static io.watchdeck.ui.alarms.AlarmMoments.HIT_RATE;
import static io.watchdeck.ui.alarms.AlarmMoments.came;
import static io.watchdeck.ui.alarms.AlarmMoments.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Saying;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.WatchSnapshot;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A note that is being typed while its alarm goes and comes again.
@ExtendWith(ApplicationExtension.class)
class FlappingAlarmViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, came(HIT_RATE, 3, false));
        window.shell.show(Screen.ALARMS);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void theNoteStaysUnderTheHandsAndItsWordIsOnTheNewOccurrence(FxRobot robot) {
        select(robot, time(HIT_RATE, 3));
        robot.interact(() -> note(robot).requestFocus());
        robot.write("redis is co");

        publish(robot, came(HIT_RATE, 3, true));
        assertThat(note(robot).isFocused()).isTrue();
        assertThat(robot.lookup("#word-say").queryButton().isDisabled()).isTrue();
        robot.write("ld, ");

        publish(robot, came(HIT_RATE, 4, false));
        assertThat(robot.lookup("#alarm-detail").query().isVisible()).isTrue();
        assertThat(note(robot).isFocused()).isTrue();
        robot.write("warming");
        assertThat(Window.texts(robot.lookup("#alarm-word").query()))
                .contains("It was over and came again, 13:39. Your word will be on this new occurrence.");
        assertThat(list(robot).getSelectionModel().getSelectedItem().key())
                .isEqualTo(new AlarmLine.Key.OfAlarm(time(HIT_RATE, 4)));

        robot.interact(() -> robot.lookup("#word-say").queryAs(Button.class).fire());
        assertThat(window.watch.alarms().sayings()).containsExactly(new Saying.Acknowledge(
                Set.of(time(HIT_RATE, 4)), Optional.of(AlarmMoments.NOW.plusSeconds(4 * 3600)),
                "redis is cold, warming"));
    }

    @Test
    void aDialogFollowsItsAlarmsAndIsLockedWhileAllOfThemAreOver(FxRobot robot) {
        select(robot, time(HIT_RATE, 3));
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.A);
        robot.write("redis is co");

        publish(robot, came(HIT_RATE, 3, true));
        assertThat(Window.texts(robot.lookup("#word-dialog").query())).contains("All of them are over by now.",
                "back to OK 13:37");
        assertThat(robot.lookup("#dialog-primary").queryButton().isDisabled()).isTrue();

        publish(robot, came(HIT_RATE, 4, false));
        robot.write("ld");
        assertThat(Window.texts(robot.lookup("#word-dialog").query())).contains("since 13:39",
                "Acknowledge this alarm as sora");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        assertThat(window.watch.alarms().sayings()).containsExactly(new Saying.Acknowledge(
                Set.of(time(HIT_RATE, 4)), Optional.of(AlarmMoments.NOW.plusSeconds(4 * 3600)), "redis is cold"));
    }

    @Test
    void aFilterThatHidesTheSelectedRowLeavesItsDetailsAndSelectsNoOther(FxRobot robot) {
        select(robot, time(HIT_RATE, 3));
        robot.interact(() -> note(robot).setText("half a thought"));

        robot.interact(() -> robot.lookup("#alarms-filter").queryAs(TextField.class).setText("stack:sesami"));
        assertThat(note(robot).getText()).isEqualTo("half a thought");
        assertThat(list(robot).getSelectionModel().getSelectedItem()).isNull();

        robot.interact(() -> robot.lookup("#alarms-filter").queryAs(TextField.class).clear());
        assertThat(list(robot).getSelectionModel().getSelectedItem().key())
                .isEqualTo(new AlarmLine.Key.OfAlarm(time(HIT_RATE, 3)));
    }

    private void publish(FxRobot robot, WatchSnapshot next) {
        window.watch.publish(next);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.shell.scene().getRoot().layout());
    }

    private static void select(FxRobot robot, UUID id) {
        robot.interact(() -> list(robot).getItems().stream()
                .filter(row -> row.key().equals(new AlarmLine.Key.OfAlarm(id))).findFirst()
                .ifPresent(row -> list(robot).getSelectionModel().select(row)));
    }

    private static TextArea note(FxRobot robot) {
        return robot.lookup("#word-note").queryAs(TextArea.class);
    }

    private static ListView<Row<AlarmLine.Key, AlarmLine>> list(FxRobot robot) {
        return robot.lookup("#alarms-list").query();
    }
}
