package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.refresh.Saving;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.ui.MeterMoments;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.util.ArrayList;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class SettingsViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, MeterMoments.saving(Saving.ALL));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    /// A window costs seconds: everything here happens in one.
    @Test
    void theBannerLeadsHereAndTheCapIsRaisedOnlyWhenItIsConfirmed(FxRobot robot) {
        var told = new ArrayList<String>();
        robot.interact(() -> window.shell.choices().onChoice((key, word) -> told.add(key + ": " + word)));

        press(robot, "#banner-saving .button");
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.SETTINGS);
        assertThat(Window.texts(robot.lookup("#settings-meter").query()))
                .contains("The cap is reached: nothing is asked that costs. What AWS does not charge for is read as "
                        + "ever.");

        press(robot, "#settings-raise");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#settings-raise-do").query().getParent().getParent().isVisible()).isFalse();
        assertThat(told).isEmpty();

        press(robot, "#settings-raise");
        press(robot, "#settings-raise-do");
        assertThat(told).containsExactly("cap: 3");

        press(robot, "#settings-stack-csv");
        assertThat(window.desktop.savedNames).containsExactly("watchdeck-meter.csv");

        robot.interact(() -> {
            window.shell.choices().show(SettingsFile.contents("keepMinutes: 90d\n"));
            window.shell.show(Place.ofSettings("history"));
        });
        robot.interact(() -> robot.lookup("#settings-keepMinutes-90d").query().requestFocus());
        robot.type(KeyCode.LEFT);
        assertThat(robot.lookup("#settings-asked-keepMinutes").query().isVisible()).isTrue();
        assertThat(robot.lookup("#settings-keepMinutes-90d").query().isFocused()).as("it still holds").isTrue();
        robot.interact(() -> ((ToggleButton) robot.lookup("#settings-keepMinutes-30d").query()).fire());
        assertThat(((Labeled) robot.lookup("#settings-asked-keepMinutes").query()).getText())
                .startsWith("Metrics by the minute from before");
        assertThat(told).hasSize(1);
        press(robot, "#settings-lower-keepMinutes");
        assertThat(told).containsExactly("cap: 3", "keepMinutes: 30d");

        robot.interact(() -> window.shell.choices().show(SettingsFile.contents("cap: 1000000000\n")));
        assertThat(robot.lookup("#settings-mistake-details").query().getBoundsInParent().getMinY()
                - robot.lookup("#settings-mistake").query().getParent().getBoundsInParent().getMaxY())
                .as("the button stands apart from what it copies").isGreaterThanOrEqualTo(6);
        robot.interact(() -> window.shell.choices().show(SettingsFile.contents("")));

        robot.interact(() -> window.shell.show(Place.ofSettings("support")));
        assertThat(robot.lookup("#settings-bundle-make").query().isFocused()).as("for who comes from the palette")
                .isTrue();
        press(robot, "#settings-support-version-copy");
        assertThat(window.desktop.copied).containsExactly("1.2.3");
        press(robot, "#settings-bundle-make");
        assertThat(Window.texts(robot.lookup("#settings-support").query())).contains("Being made...");
        assertThat(robot.lookup("#settings-bundle-make").queryButton().isDisabled()).isTrue();
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }
}
