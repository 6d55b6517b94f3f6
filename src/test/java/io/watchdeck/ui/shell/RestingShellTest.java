package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A window in which nothing happens does nothing: no animation keeps the pulses going, and no layout asks for the next.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class RestingShellTest {

    private static final int LOOKED_AT_SECONDS = 2;
    /// The clock of the status bar moves every second; sixty pulses a second would be a hundred and twenty.
    private static final int FEW = 15;

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void theOverviewRests(FxRobot robot) {
        rests(robot, Place.of(Screen.OVERVIEW));
    }

    @Test
    void aStackRests(FxRobot robot) {
        rests(robot, Place.of(new StackId("tiketi-prod")));
    }

    @Test
    void whatTheFieldOfThePaletteLeadsToRests(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("tiketi");
        robot.type(KeyCode.ENTER);

        rests(robot, Place.of(new StackId("tiketi-prod")));
    }

    private void rests(FxRobot robot, Place place) {
        robot.interact(() -> window.shell.show(place));
        robot.sleep(1, TimeUnit.SECONDS);
        var pulses = new AtomicInteger();
        Runnable count = pulses::incrementAndGet;

        robot.interact(() -> window.shell.scene().addPostLayoutPulseListener(count));
        robot.sleep(LOOKED_AT_SECONDS, TimeUnit.SECONDS);
        var unlaid = new ArrayList<String>();
        robot.interact(() -> {
            window.shell.scene().removePostLayoutPulseListener(count);
            window.shell.scene().getRoot().layout();
            collectUnlaid(window.shell.scene().getRoot(), unlaid);
        });

        assertThat(pulses).hasValueLessThan(FEW);
        assertThat(unlaid).as("nodes that want to be laid out again right after a layout").isEmpty();
    }

    private static void collectUnlaid(Node node, List<String> unlaid) {
        if (node instanceof Parent parent) {
            if (parent.isNeedsLayout() && parent.isManaged()) {
                unlaid.add(parent.toString());
            }
            parent.getChildrenUnmodifiable().forEach(child -> collectUnlaid(child, unlaid));
        }
    }
}
