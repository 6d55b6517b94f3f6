package io.watchdeck.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The list while nothing could be read for eight minutes.
@ExtendWith(ApplicationExtension.class)
class LateAlarmsViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, AlarmMoments.moment(), new Look(Theme.DARK, 1100, 700),
                Clock.offset(Snapshots.CLOCK, Duration.ofMinutes(8)));
        window.shell.show(Screen.ALARMS);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void everyLateValueHasItsAgeInFull(FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> window.shell.use(language));
            robot.interact(() -> {
                window.shell.scene().getRoot().applyCss();
                window.shell.scene().getRoot().layout();
            });
            List<FreshnessLabel> ages = robot.lookup("#alarms-list .alarm-row .freshness").queryAllAs(
                    FreshnessLabel.class).stream().filter(FreshnessLabel::isVisible).toList();

            assertThat(ages).hasSizeGreaterThan(3).allSatisfy(age -> {
                assertThat(age.getText()).startsWith("8").isEqualTo(((Text) age.lookup(".text")).getText());
                assertThat(age.getStyleClass()).contains("fresh-stale");
                assertThat(age.getWidth()).isLessThanOrEqualTo(age.getParent().getLayoutBounds().getWidth());
            });
        }
    }
}
