package io.watchdeck.ui.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The picture of the Spot screen in the smallest window, where its legend and its choice have hardly a row.
@ExtendWith(ApplicationExtension.class)
class SpotPictureTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 1100, 700));
        window.watch.ledger(new SpotMoments()::answer);
        window.shell.show(Screen.SPOT);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void theChoiceKeepsOffTheBorderOfItsPanel(FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> window.shell.use(language));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                window.shell.scene().getRoot().applyCss();
                window.shell.scene().getRoot().layout();
            });
            Bounds head = place(robot.lookup(".spot-picture .chart-head").query());
            Bounds choice = place(robot.lookup(".spot-picture .segments").query());

            assertThat(choice.getMinY()).as("%s", language).isGreaterThanOrEqualTo(head.getMinY() + 4);
            assertThat(choice.getMaxY()).isLessThanOrEqualTo(head.getMaxY() - 4);
            assertThat(choice.getMaxX()).isLessThanOrEqualTo(head.getMaxX() - 8);
        }
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
