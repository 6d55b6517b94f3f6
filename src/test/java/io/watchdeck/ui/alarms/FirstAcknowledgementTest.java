package io.watchdeck.ui.alarms;

import static io.watchdeck.ui.alarms.AlarmMoments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Saying;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The keys of "The first five minutes" in the README, from the first screen to an alarm that somebody has.
@ExtendWith(ApplicationExtension.class)
class FirstAcknowledgementTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, AlarmMoments.moment(), new Look(Theme.DARK, 1300, 700));
        window.shell.show(Screen.OVERVIEW);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void leadToAnAlarmThatSomebodyHas(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        settle(robot);
        ListView<Row<AlarmLine.Key, AlarmLine>> list = robot.lookup("#alarms-list").query();
        assertThat(list.isFocused()).isTrue();
        robot.type(KeyCode.DOWN);
        AlarmLine chosen = list.getSelectionModel().getSelectedItem().facts();
        assertThat(chosen).isInstanceOf(AlarmLine.Alarm.class);

        robot.type(KeyCode.A);
        settle(robot);
        assertThat(robot.lookup("#dialog-note").queryAs(TextArea.class).isFocused()).isTrue();
        robot.write("looking");
        assertThat(robot.lookup("#dialog-4h").queryAs(ToggleButton.class).isSelected()).isTrue();
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        robot.type(KeyCode.RIGHT);
        assertThat(robot.lookup("#dialog-8h").queryAs(ToggleButton.class).isSelected()).isTrue();
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        settle(robot);

        assertThat(window.watch.alarms().sayings()).containsExactly(new Saying.Acknowledge(
                Set.of(((AlarmLine.Alarm) chosen).facts().id()), Optional.of(NOW.plus(Duration.ofHours(8))),
                "looking"));
        assertThat(list.isFocused()).isTrue();
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            window.shell.scene().getRoot().applyCss();
            window.shell.scene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
