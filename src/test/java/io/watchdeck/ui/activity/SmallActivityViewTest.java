package io.watchdeck.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The journal in a window too narrow for a drawer beside it.
@ExtendWith(ApplicationExtension.class)
class SmallActivityViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 1100, 700));
        window.shell.operate(new JournalDesk(JournalStory.all()), _ -> _ -> {});
        window.shell.show(Screen.ACTIVITY);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void theDetailsLieOverTheListFromEnterToEsc(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Node detail = robot.lookup("#activity-detail").query();
        assertThat(detail.isVisible()).isFalse();

        key(robot, KeyCode.ENTER);
        assertThat(detail.isVisible()).isTrue();
        assertThat(Window.texts(detail)).contains("Deploy tiketi-backend-service anew");

        key(robot, KeyCode.ESCAPE);
        assertThat(detail.isVisible()).isFalse();
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.ACTIVITY);
    }

    private static void key(FxRobot robot, KeyCode code) {
        robot.interact(() -> Event.fireEvent(robot.lookup("#activity-list").query(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }
}
