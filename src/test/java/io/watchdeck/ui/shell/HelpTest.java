package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HelpTest {

    private Stage stage;
    private Window window;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void whileTheKeysAreThereNothingBelowThemHasTheFocus(FxRobot robot) {
        robot.interact(() -> window = new Window(stage, Snapshots.moment()));
        Node before = window.shell.scene().getFocusOwner();
        robot.write("?");
        Node help = robot.lookup("#help").query();
        assertThat(help.isFocused()).isTrue();
        robot.type(KeyCode.TAB, KeyCode.DOWN, KeyCode.TAB);
        assertThat(window.shell.scene().getFocusOwner()).isSameAs(help);

        robot.write("?");

        assertThat(window.shell.covered()).isFalse();
        assertThat(window.shell.scene().getFocusOwner()).isSameAs(before).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"1100, 700", "1440, 900"})
    void theKeysTakeAPartOfTheWindowAndNoneIsBeyondItsEdge(double width, double height, FxRobot robot) {
        robot.interact(() -> window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, width, height)));
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            for (Screen screen : Screen.values()) {
                robot.interact(() -> {
                    window.shell.use(language);
                    window.shell.show(screen);
                    window.shell.toggleHelp();
                    window.shell.scene().getRoot().applyCss();
                    window.shell.scene().getRoot().layout();
                });

                Region help = robot.lookup("#help").query();
                Bounds place = help.localToScene(help.getLayoutBounds());
                assertThat(place.getWidth()).as(language.toString()).isBetween(400.0, width - 32);
                assertThat(place.getMinY()).isGreaterThanOrEqualTo(16);
                assertThat(place.getMaxY()).isLessThanOrEqualTo(height - 16);
                assertThat(help.getHeight()).as("nothing is cut off").isGreaterThanOrEqualTo(help.prefHeight(-1));
                robot.interact(window.shell::toggleHelp);
            }
        }
    }

    @Test
    void eachScreenTellsItsOwnKeysFirstThoseThatWorkEverywhereLastAndNoneOfOthers(FxRobot robot) {
        robot.interact(() -> window = new Window(stage, Snapshots.moment()));

        assertThat(told(robot, Screen.QUEUES)).startsWith("Queues").contains("Redrive the dead letters",
                "Rows of a list", "On every screen", "Go to anything, or do something")
                .doesNotContain("Chart", "Log", "Acknowledge the alarms", "Play, stop");
        assertThat(told(robot, Screen.ALARMS)).startsWith("Alarms").contains("Acknowledge the alarms", "Chart")
                .doesNotContain("Log", "Redrive the dead letters", "Lanes");
        assertThat(told(robot, Screen.TIMELINE)).contains("Play, stop", "Lanes", "Log")
                .doesNotContain("Acknowledge the alarms");
        assertThat(told(robot, Screen.SETTINGS)).startsWith("Settings").doesNotContain("Chart", "Filter the table");
        for (Screen screen : Screen.values()) {
            assertThat(told(robot, screen)).as(screen.word()).contains("On every screen", "Close, clear the filter, "
                    + "put away what an alarm told, go back", "Quit Watchdeck",
                    "In a dialog: what its main button does");
        }
    }

    @Test
    void ofItsPartsTheOneThatHasTheFocusIsFirst(FxRobot robot) {
        robot.interact(() -> window = new Window(stage, Snapshots.moment()));
        robot.interact(() -> {
            window.shell.show(Screen.STACKS);
            window.shell.scene().getRoot().applyCss();
        });
        assertThat(captions(robot)).containsExactly("Stacks", "Rows of a list", "Chart", "Log", "On every screen");
        robot.interact(() -> {
            window.shell.toggleHelp();
            window.shell.scene().lookup("#history-chart").requestFocus();
        });
        assertThat(captions(robot)).containsExactly("Stacks", "Chart", "Rows of a list", "Log", "On every screen");
    }

    private List<String> told(FxRobot robot, Screen screen) {
        robot.interact(() -> window.shell.show(screen));
        robot.interact(window.shell::toggleHelp);
        List<String> told = Window.texts(robot.lookup("#help .help-columns").query());
        robot.interact(window.shell::toggleHelp);
        return told;
    }

    private List<String> captions(FxRobot robot) {
        robot.interact(window.shell::toggleHelp);
        return robot.lookup("#help .help-caption").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
