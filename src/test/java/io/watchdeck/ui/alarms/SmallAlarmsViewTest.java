package io.watchdeck.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The smallest window that the screens are made for: nothing that matters is cut off or beyond its edge.
@ExtendWith(ApplicationExtension.class)
class SmallAlarmsViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, AlarmMoments.moment(), new Look(Theme.DARK, 1100, 700));
        window.shell.show(Screen.ALARMS);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void cutsOffNothingInEitherLanguage(FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> window.shell.use(language));
            settle(robot);
            assertThat(cutOff(robot.lookup("#alarms").query())).as(language.toString()).isEmpty();
            assertThat(robot.lookup("#alarm-detail").query().isVisible()).as("until it is asked for").isFalse();

            robot.interact(() -> key(robot, KeyCode.ENTER));
            settle(robot);
            assertThat(robot.lookup("#alarm-detail").query().isVisible()).isTrue();
            assertThat(cutOff(robot.lookup("#alarm-detail").query())).as(language.toString()).isEmpty();
            assertThat(right(robot.lookup("#alarm-detail").query())).isLessThanOrEqualTo(1100 - 15);

            robot.interact(() -> key(robot, KeyCode.ESCAPE));
            assertThat(robot.lookup("#alarm-detail").query().isVisible()).isFalse();
        }
    }

    @Test
    void theButtonsAreWithinTheWindow(FxRobot robot) {
        settle(robot);
        robot.interact(() -> {
            key(robot, KeyCode.A, true);
            window.shell.scene().getRoot().layout();
        });

        assertThat(right(robot.lookup("#alarms-acknowledge").query())).isLessThanOrEqualTo(1100 - 15);
        assertThat(right(robot.lookup("#alarms-list").query())).isLessThanOrEqualTo(1100 - 15);
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            window.shell.scene().getRoot().applyCss();
            window.shell.scene().getRoot().layout();
        });
    }

    private static double right(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        return Math.floor(place.getMaxX());
    }

    /// Labels and buttons of which a part is not drawn.
    private static List<String> cutOff(Node below) {
        var cut = new ArrayList<String>();
        for (Node node : below.lookupAll(".label, .button, .toggle-button")) {
            if (node instanceof Labeled label && !label.isWrapText() && Window.texts(label).contains(label.getText())
                    && !drawn(label).equals(label.getText())) {
                cut.add(label.getText() + " as " + drawn(label));
            }
        }
        return cut;
    }

    private static String drawn(Labeled label) {
        return label.lookup(".text") instanceof Text text ? text.getText() : "";
    }

    private static void key(FxRobot robot, KeyCode code) {
        key(robot, code, false);
    }

    private static void key(FxRobot robot, KeyCode code, boolean shortcut) {
        Event.fireEvent(robot.lookup("#alarms-list").query(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
    }
}
