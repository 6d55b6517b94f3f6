package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class RememberedWindowTest {

    private static final Rectangle2D MOVED = new Rectangle2D(40, 30, 920, 640);

    @TempDir
    private Path data;

    private final AtomicBoolean onTheWindowsThread = new AtomicBoolean();
    private final Executor writing = work -> Thread.ofPlatform().start(() -> {
        onTheWindowsThread.compareAndSet(false, Platform.isFxApplicationThread());
        work.run();
    });

    /// Opens a window as the console does and closes it.
    private Rectangle2D opened(FxRobot robot, Consumer<Stage> meanwhile) {
        var opened = new AtomicReference<Rectangle2D>();
        var window = new AtomicReference<RememberedWindow>();
        robot.interact(() -> {
            var stage = new Stage();
            window.set(RememberedWindow.follow(stage, data, writing));
            stage.setScene(new Scene(new Pane(), 910, 610));
            stage.show();
            opened.set(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
            meanwhile.accept(stage);
            stage.close();
        });
        window.get().close();
        return opened.get();
    }

    private static void move(Stage stage) {
        stage.setX(MOVED.getMinX());
        stage.setY(MOVED.getMinY());
        stage.setWidth(MOVED.getWidth());
        stage.setHeight(MOVED.getHeight());
    }

    @Test
    void aWindowOpensWhereItWasClosed(FxRobot robot) {
        Rectangle2D first = opened(robot, RememberedWindowTest::move);

        assertThat(first).isNotEqualTo(MOVED);
        assertThat(onTheWindowsThread).isFalse();
        assertThat(opened(robot, _ -> {})).isEqualTo(MOVED);
        assertThat(opened(robot, _ -> {})).as("closed where it was opened").isEqualTo(MOVED);
    }

    @Test
    void aMaximizedWindowReturnsToWhereItWas(FxRobot robot) {
        opened(robot, stage -> {
            move(stage);
            stage.setMaximized(true);
        });

        assertThat(WindowPlace.read(data)).contains(new WindowPlace(MOVED, true));
    }

    @Test
    void aWindowThatWasNeverShownKeepsNothing(FxRobot robot) {
        robot.interact(() -> RememberedWindow.follow(new Stage(), data, writing));

        assertThat(Files.exists(data.resolve("window.properties"))).isFalse();
    }
}
