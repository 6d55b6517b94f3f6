package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ZoomPaneTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 3840, 2160));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void onlyWindowsWithRoomToSpareAreDrawnLarger() {
        assertThat(ZoomPane.zoomOf(1440, 900)).isEqualTo(1);
        assertThat(ZoomPane.zoomOf(2560, 1440)).isEqualTo(1);
        assertThat(ZoomPane.zoomOf(3840, 1200)).isEqualTo(1);
        assertThat(ZoomPane.zoomOf(3840, 2160)).isEqualTo(1.5);
        assertThat(ZoomPane.zoomOf(7680, 4320)).isEqualTo(2);
    }

    @Test
    void theContentFillsTheWindow(FxRobot robot) {
        assertThat(place(robot, "#status-bar").getMaxX()).isEqualTo(3840);
        assertThat(place(robot, "#status-bar").getMaxY()).isEqualTo(2160);
        assertThat(place(robot, "#overview-table").getWidth()).isGreaterThan(3400);
    }

    @Test
    void verdictTableAndStripHaveTheSameMarginsOnBothSides(FxRobot robot) {
        Bounds page = place(robot, "#overview");
        Bounds verdict = place(robot, "#verdict");

        assertThat(verdict.getMinX() - page.getMinX()).isEqualTo(page.getMaxX() - verdict.getMaxX());
        assertThat(place(robot, "#open-list").getMaxY()).isGreaterThan(2000);
    }

    private static Bounds place(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getBoundsInLocal());
    }
}
