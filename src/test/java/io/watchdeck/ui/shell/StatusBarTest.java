package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.gate.LockState;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the console has spent where an endpoint is called in place of AWS.
@ExtendWith(ApplicationExtension.class)
class StatusBarTest {

    private static final String HOST = "127.0.0.1:5591";

    private final FakeOperationDesk desk = new FakeOperationDesk(Snapshots.tiketi(), Snapshots.NOW);
    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 1440, 900));
        window.shell.operate(desk, _ -> _ -> {});
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void nothingStandsBesideWhatAwsCharges(FxRobot robot) {
        window.layout();
        assertThat(robot.lookup("#status-elsewhere").query().isVisible()).isFalse();
        assertThat(robot.lookup("#status-endpoint").query().isVisible()).isFalse();
    }

    @Test
    void whatNobodyChargesForIsSaidToBeNotOfAws(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.elsewhere(HOST)));
        for (int width : List.of(1440, 1100)) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                robot.interact(() -> {
                    window.shell.scene().getWindow().setWidth(width);
                    window.shell.use(language);
                });
                for (int time = 0; time < 3; time++) {
                    window.layout();
                }
                for (String part : List.of("#status-spend", "#status-elsewhere", "#status-person", "#status-lock")) {
                    assertWhole(robot.lookup(part).queryLabeled(), width);
                }
                Label mark = robot.lookup("#status-elsewhere").queryAs(Label.class);
                assertThat(Texts.explanation(mark)).contains(HOST);
                Node host = robot.lookup("#status-endpoint").query();
                assertThat(host.isVisible()).as("%s at %d", language, width).isEqualTo(width == 1440);
            }
        }
    }

    /// It never takes the room from what matters more.
    @Test
    void aLongNameGoesBeforeWhenTheConsoleLooksNext(FxRobot robot) {
        robot.interact(() -> {
            window.watch.publish(Snapshots.elsewhere("emulator.of-the-whole-team.in-a-building.example.com:4566"));
            window.shell.scene().getWindow().setWidth(1440);
            desk.lock(Snapshots.tiketi().file().id(), new LockState.Unlocked(Snapshots.NOW.plusSeconds(900)));
        });
        for (int time = 0; time < 3; time++) {
            window.layout();
        }
        assertThat(robot.lookup("#status-endpoint").query().isVisible()).isFalse();
        assertWhole(robot.lookup("#status-elsewhere").queryLabeled(), 1440);
        assertWhole(robot.lookup("#status-next").queryLabeled(), 1440);
    }

    private static void assertWhole(Labeled part, int width) {
        assertThat(part.isVisible() && part.getParent().isVisible()).as(part.getId()).isTrue();
        assertThat(((Text) part.lookup(".text")).getText()).as("%s at %d", part.getId(), width)
                .isEqualTo(part.getText());
        Bounds place = part.localToScene(part.getLayoutBounds());
        assertThat(place.getMaxX()).as("%s at %d", part.getId(), width).isLessThanOrEqualTo(width);
    }
}
