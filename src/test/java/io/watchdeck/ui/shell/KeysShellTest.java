package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class KeysShellTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.sandbox());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void f5Refreshes(FxRobot robot) {
        robot.type(KeyCode.F5);

        assertThat(window.watch.refreshes()).isEqualTo(1);
    }

    @Test
    void aThemeOrLanguageThatIsChosenIsToldInTheWordsOfTheSettingsFile(FxRobot robot) {
        var told = new ArrayList<String>();
        robot.interact(() -> window.shell.choices().onChoice((key, word) -> told.add(key + ": " + word)));

        robot.clickOn("#tool-theme").clickOn("#tool-language");

        assertThat(told).containsExactly("theme: light", "language: ko");
    }

    @Test
    void controlAndADigitChangeTheScreen(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT7).release(KeyCode.CONTROL);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.COST);

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT5).release(KeyCode.CONTROL);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.SPOT);

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.STACKS);

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.OVERVIEW);

        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.STACKS);
    }

    @Test
    void theTenthScreenHasTheDigitNought() {
        assertThat(List.of(1, 9, 10)).extracting(Keys::digitOf).containsExactly(1, 9, 0);
    }

    @Test
    void controlPPauses(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.P).release(KeyCode.CONTROL);

        assertThat(window.watch.paused()).isTrue();
        assertThat(Window.texts(window.shell.scene().getRoot())).contains("Paused, updated 12 s ago")
                .doesNotContain("every 1 min");
    }

    @Test
    void controlShiftTChangesTheThemeForGood(FxRobot robot) {
        var told = new ArrayList<String>();
        robot.interact(() -> window.shell.choices().onChoice((key, word) -> told.add(key + ": " + word)));

        robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.SHIFT)
                .release(KeyCode.CONTROL);

        assertThat(window.shell.themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(told).containsExactly("theme: light");
    }

    @Test
    void controlQClosesTheWindowAsItsOwnButtonDoes(FxRobot robot) {
        var asked = new AtomicInteger();
        robot.interact(() -> window.shell.scene().getWindow().setOnCloseRequest(event -> {
            asked.incrementAndGet();
            event.consume(); // the tests share one stage
        }));

        robot.press(KeyCode.CONTROL).type(KeyCode.Q).release(KeyCode.CONTROL);

        robot.interact(() -> window.shell.scene().getWindow().setOnCloseRequest(null));
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatAltGrTypesOnWindowsIsNoShortcut(FxRobot robot) {
        var asked = new AtomicInteger();
        robot.interact(() -> window.shell.scene().getWindow().setOnCloseRequest(event -> {
            asked.incrementAndGet();
            event.consume();
        }));

        pressed(robot, KeyCode.Q, false, true);
        pressed(robot, KeyCode.Q, true, false);
        pressed(robot, KeyCode.DIGIT7, false, true);

        robot.interact(() -> window.shell.scene().getWindow().setOnCloseRequest(null));
        assertThat(asked).hasValue(0);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.OVERVIEW);
    }

    /// With Ctrl.
    private void pressed(FxRobot robot, KeyCode code, boolean shift, boolean alt) {
        robot.interact(() -> Event.fireEvent(window.shell.scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, alt, false)));
    }

    @Test
    void theKeyOfTheThemeChangesItOnceHoweverLongItIsHeld(FxRobot robot) {
        var told = new ArrayList<String>();
        robot.interact(() -> window.shell.choices().onChoice((key, word) -> told.add(key + ": " + word)));

        pressed(robot, KeyCode.T, true, false);
        pressed(robot, KeyCode.T, true, false);
        assertThat(told).containsExactly("theme: light");

        robot.interact(() -> Event.fireEvent(window.shell.scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.T, true, true, false, false)));
        pressed(robot, KeyCode.T, true, false);
        assertThat(told).containsExactly("theme: light", "theme: dark");
    }

    @Test
    void whatTheCommandLineDecidesIsChangedInTheWindowAlone(FxRobot robot) {
        var told = new ArrayList<String>();
        robot.interact(() -> {
            window.shell.choices().onChoice((key, word) -> told.add(key + ": " + word));
            window.shell.choices().decided(Set.of("theme"));
        });

        pressed(robot, KeyCode.T, true, false);

        assertThat(window.shell.themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(told).isEmpty();
    }

    @Test
    void questionMarkShowsTheKeysAndEscapeHidesThem(FxRobot robot) {
        robot.write("?");
        assertThat(robot.lookup("#help").tryQuery()).isPresent();

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#help").tryQuery().filter(Node::isVisible)
                .filter(node -> node.getParent().getParent().isVisible())).isEmpty();
    }

    @Test
    void escapeHidesTheKeysBeforeItActsBelowThem(FxRobot robot) {
        var below = new AtomicInteger();
        robot.interact(() -> robot.lookup("#filter").query().requestFocus());
        robot.interact(() -> {
            Node focused = window.shell.scene().getFocusOwner();
            focused.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                below.incrementAndGet();
                event.consume();
            });
            window.shell.toggleHelp();
            Event.fireEvent(focused,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        });

        assertThat(below).hasValue(0);
        assertThat(window.shell.covered()).isFalse();
    }

    @Test
    void goToFindsAServiceAndOpensIt(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("push");
        robot.type(KeyCode.ENTER);

        assertThat(window.shell.navigator().place().component()).contains("bowwow-push-service");
    }

    @Test
    void saysThatItIsTheSandbox(FxRobot robot) {
        assertThat(Window.texts(robot.lookup("#banner-sandbox").query())).contains("Sandbox");
        assertThat(Window.texts(robot.lookup("#banner-problems").query())).contains("1 stack file problem");
    }

    @Test
    void anotherLanguageKeepsThePlace(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Screen.STACKS);
            window.shell.use(Locale.KOREAN);
        });

        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.STACKS);
        assertThat(Window.texts(robot.lookup("#status-bar").query())).contains("읽기 전용");
    }

    @Test
    void showsOnlyScreensThatExist(FxRobot robot) {
        assertThat(robot.lookup(".rail-item").queryAll()).hasSize(Window.SCREENS.size());
    }
}
