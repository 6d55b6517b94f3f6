package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.words.Words;
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

@ExtendWith(ApplicationExtension.class)
class ZoomPaneTest {

    private Shell shell;

    /// Drawn beside every window: the screen of the headless platform is smaller.
    @Start
    void start(Stage stage) {
        shell = new Shell(new FakeWatch(Snapshots.moment()), Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                new Words(Locale.ENGLISH, Snapshots.ZONE), new Look(Theme.DARK, 3840, 2160), Window.SCREENS);
        shell.scene().snapshot(null);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(shell::close);
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
    void theContentFillsTheWindow() {
        assertThat(place("#status-bar").getMaxX()).isEqualTo(3840);
        assertThat(place("#status-bar").getMaxY()).isEqualTo(2160);
        assertThat(place("#overview-table").getWidth()).isGreaterThan(3400);
    }

    @Test
    void verdictTableAndStripHaveTheSameMarginsOnBothSides() {
        Bounds page = place("#overview");
        Bounds verdict = place("#verdict");

        assertThat(verdict.getMinX() - page.getMinX()).isEqualTo(page.getMaxX() - verdict.getMaxX());
        assertThat(place("#open-list").getMaxY()).isGreaterThan(2000);
    }

    private Bounds place(String id) {
        Node node = shell.scene().lookup(id);
        return node.localToScene(node.getBoundsInLocal());
    }
}
