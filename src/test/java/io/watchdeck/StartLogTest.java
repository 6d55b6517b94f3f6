package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.shell.FxExecutor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StartLogTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final StartLog log = new StartLog(lines::add);
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new StackPane(), 200, 100);
        stage.setScene(scene);
        stage.show();
    }

    private List<String> told() {
        return lines.stream().map(line -> line.replaceAll(" \\d+ ms.*", "")).toList();
    }

    private void followAndDraw(FxRobot robot, FakeWatch watch) {
        robot.interact(() -> log.follow(scene, watch, new FxExecutor()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> scene.setRoot(new StackPane()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void figuresThatWereBackBeforeTheWindowAreToldWithIt(FxRobot robot) {
        followAndDraw(robot, new FakeWatch(Snapshots.moment()));

        assertThat(told()).containsExactly("Window drawn", "Figures drawn");
    }

    @Test
    void figuresThatComeLaterAreToldOnce(FxRobot robot) {
        var watch = new FakeWatch(Snapshots.of(List.of()));
        followAndDraw(robot, watch);
        assertThat(told()).containsExactly("Window drawn");

        robot.interact(() -> watch.publish(Snapshots.moment()));
        robot.interact(() -> watch.publish(Snapshots.moment()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> scene.setRoot(new StackPane()));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(told()).containsExactly("Window drawn", "Figures drawn");
    }

    @Test
    void whoeverWaitsGoesOnWhenThatIsDrawnWhichIsKnown(FxRobot robot) throws Exception {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> log.awaitDrawn(Snapshots.moment()));
        assertThat(waiting).isNotDone();

        followAndDraw(robot, new FakeWatch(Snapshots.moment()));

        waiting.get(10, TimeUnit.SECONDS);
        assertThat(told()).contains("Figures drawn");
    }
}
