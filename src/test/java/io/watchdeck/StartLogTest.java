package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.shell.FxExecutor;
import java.time.Duration;
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
    private final StartLog log = new StartLog(lines::add, Duration.ofHours(1));
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

    private void follow(FxRobot robot, FakeWatch watch) {
        robot.interact(() -> log.follow(scene, watch, new FxExecutor()));
    }

    private void drawUntil(FxRobot robot, String... expected) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            robot.interact(() -> scene.setRoot(new StackPane()));
            return told().equals(List.of(expected));
        });
    }

    @Test
    void figuresThatWereBackBeforeTheWindowAreToldWithIt(FxRobot robot) throws Exception {
        follow(robot, new FakeWatch(Snapshots.moment()));

        drawUntil(robot, "Window drawn", "Figures drawn");
    }

    @Test
    void figuresThatComeLaterAreToldOnce(FxRobot robot) throws Exception {
        var watch = new FakeWatch(Snapshots.of(List.of()));
        follow(robot, watch);
        drawUntil(robot, "Window drawn");

        robot.interact(() -> watch.publish(Snapshots.moment()));
        robot.interact(() -> watch.publish(Snapshots.moment()));

        drawUntil(robot, "Window drawn", "Figures drawn");
    }

    @Test
    void whoeverWaitsForFiguresGoesOnWhenTheyAreDrawn(FxRobot robot) throws Exception {
        var watch = new FakeWatch(Snapshots.of(List.of()));
        CompletableFuture<Void> figures = CompletableFuture.runAsync(() -> log.awaitDrawn(Snapshots.moment()));
        CompletableFuture<Void> window = CompletableFuture.runAsync(() -> log.awaitDrawn(Snapshots.of(List.of())));
        follow(robot, watch);
        drawUntil(robot, "Window drawn");
        window.get(30, TimeUnit.SECONDS);
        assertThat(figures).isNotDone();

        robot.interact(() -> watch.publish(Snapshots.moment()));
        drawUntil(robot, "Window drawn", "Figures drawn");

        figures.get(30, TimeUnit.SECONDS);
    }

    @Test
    void nobodyWaitsForEverForAWindowThatIsNotDrawn() {
        new StartLog(lines::add, Duration.ofMillis(1)).awaitDrawn(Snapshots.moment());

        assertThat(lines).isEmpty();
    }
}
