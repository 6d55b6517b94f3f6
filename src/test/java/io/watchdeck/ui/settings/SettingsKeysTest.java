package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.settings.SettingsFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Place;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The arrow keys on the settings screen: they stay there, and it is seen where they are.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class SettingsKeysTest {

    private final Map<String, String> written = new HashMap<>();
    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment());
        stage.setWidth(1440);
        stage.setHeight(900);
        window.shell.choices().onChoice((key, value) -> {
            written.put(key, value);
            written.values().removeIf(String::isEmpty); // reset
            window.shell.choices().show(SettingsFile.contents(written.entrySet().stream()
                    .map(one -> one.getKey() + ": " + one.getValue() + "\n").collect(Collectors.joining())));
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void noArrowKeyLeavesTheScreenOrOpensTheMenuThatUnlocks(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.ofSettings("support")));
        focus(robot, "#settings-support-version-copy");

        robot.type(KeyCode.DOWN);
        assertThat(focused().getId()).as("Down goes on within the page").isNotEqualTo("settings-support-version-copy");
        for (KeyCode arrow : new KeyCode[] {KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP, KeyCode.LEFT}) {
            for (int times = 0; times < 30; times++) {
                robot.type(arrow);
                assertThat(isWithin(focused(), "settings")).as("%s leads to %s", arrow, focused()).isTrue();
            }
        }
        robot.interact(() -> focused().getScene().lookup("#settings-sections").requestFocus());
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(focused().getId()).isEqualTo("settings-sections");
    }

    @Test
    void leftAndRightOfAResetStayInItsLine(FxRobot robot) {
        robot.interact(() -> window.shell.choices().choose("density", "compact"));
        robot.interact(() -> window.shell.show(Place.ofSettings("appearance")));
        focus(robot, "#settings-reset-density");

        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(focused().getId()).isEqualTo("settings-reset-density");
        robot.type(KeyCode.RIGHT);
        assertThat(focused().getId()).isEqualTo("settings-density-compact");
        assertThat(written).containsEntry("density", "compact");
    }

    @Test
    void anArrowBeyondTheEndsOfAChoiceChoosesNothing(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.ofSettings("speech")));
        focus(robot, "#settings-language-system");

        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(focused().getId()).isEqualTo("settings-language-system");
        assertThat(written).as("what holds by itself is not written").isEmpty();
        robot.type(KeyCode.LEFT);
        assertThat(written).containsEntry("language", "ko");
    }

    @Test
    void theMenuThatUnlocksOpensByNoArrowKey(FxRobot robot) {
        focus(robot, "#status-lock");

        robot.type(KeyCode.DOWN, KeyCode.UP);

        assertThat(((MenuButton) robot.lookup("#status-lock").query()).isShowing()).isFalse();
    }

    @Test
    void whereTheKeyboardIsIsSeenAfterAnArrowKeyToo(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.ofSettings("appearance")));
        robot.type(KeyCode.TAB);
        assertThat(focused().getId()).isEqualTo("settings-theme-system");
        Border ring = border(robot);
        assertThat(ring).isNotNull();

        robot.type(KeyCode.LEFT);
        assertThat(focused().getId()).isEqualTo("settings-theme-light");
        assertThat(border(robot)).isEqualTo(ring);

        robot.type(KeyCode.TAB);
        assertThat(focused().getId()).isEqualTo("settings-density-comfortable");
        robot.type(KeyCode.RIGHT);
        assertThat(focused().getId()).isEqualTo("settings-density-compact");
        assertThat(border(robot)).isEqualTo(ring);
    }

    @Test
    void aChoiceIsSeenToHaveTheKeyboardWhenItsPageIsMadeAnewOrItIsReset(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.ofSettings("speech")));
        robot.type(KeyCode.TAB);
        Border ring = border(robot);
        robot.type(KeyCode.LEFT);
        assertThat(focused().getId()).isEqualTo("settings-language-ko");

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        assertThat(focused().getId()).isEqualTo("settings-language-ko");
        assertThat(border(robot)).isNotNull().isEqualTo(ring);

        focus(robot, "#settings-reset-language");
        robot.type(KeyCode.SPACE);
        assertThat(isWithin(focused(), "settings-language")).isTrue();
        assertThat(border(robot)).isEqualTo(ring);
    }

    @Test
    void theKeyboardIsAtTheWordThatHoldsAfterAReset(FxRobot robot) {
        robot.interact(() -> window.shell.choices().choose("density", "compact"));
        robot.interact(() -> window.shell.show(Place.ofSettings("appearance")));
        focus(robot, "#settings-reset-density");

        robot.type(KeyCode.SPACE);

        assertThat(written).doesNotContainEntry("density", "compact");
        assertThat(focused().getId()).isEqualTo("settings-density-comfortable");
        assertThat(border(robot)).isNotNull();
        robot.type(KeyCode.RIGHT);
        assertThat(written).as("from there").containsEntry("density", "compact");
    }

    private void focus(FxRobot robot, String id) {
        robot.interact(() -> {
            window.shell.scene().getRoot().applyCss();
            window.shell.scene().getRoot().layout();
            robot.lookup(id).query().requestFocus();
        });
        assertThat(focused().getId()).isEqualTo(id.substring(1));
    }

    private Border border(FxRobot robot) {
        robot.interact(() -> window.shell.scene().getRoot().applyCss());
        return ((Region) focused()).getBorder();
    }

    private Node focused() {
        return window.shell.scene().getFocusOwner();
    }

    private static boolean isWithin(Node node, String id) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (id.equals(one.getId())) {
                return true;
            }
        }
        return false;
    }
}
