package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.stack.ShippedStacks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A console that opened with nothing to watch shows the simulation until the first stack file is there.
class FirstStackFileTest {

    @TempDir
    Path home;

    private String homeBefore;
    private Stage stage;
    private Application console;

    @BeforeEach
    void openTheConsole() throws Exception {
        homeBefore = System.getProperty("user.home");
        System.setProperty("user.home", home.toString());
        stage = FxToolkit.registerPrimaryStage();
        console = FxToolkit.setupApplication(ConsoleApp.class);
    }

    /// Other tests find no stack file either.
    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(console);
        Files.deleteIfExists(own());
        System.setProperty("user.home", homeBefore);
    }

    @Test
    void theFirstFileEndsTheSimulationInTheSameWindow() throws Exception {
        Scene simulated = stage.getScene();
        assertThat(simulated.lookup("#banner-sandbox")).isNotNull();
        Files.createDirectories(own().getParent());

        Files.writeString(own(), ShippedStacks.text("glimpse-prod")
                .replace("region: ap-northeast-2", "region: ap-northeast-2\nendpoint: http://127.0.0.1:9"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> stage.getScene() != simulated);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(stage.getScene().lookup("#banner-sandbox")).isNull();
        assertThat(stage.getScene().getWidth()).isEqualTo(simulated.getWidth());
    }

    /// What opens is about the person's own AWS: the profiles of this machine.
    @Test
    void theBannerConnectsAnAccountThatIsNotTheSimulatedOne() throws Exception {
        Button connect = (Button) stage.getScene().lookup("#banner-connect");
        assertThat(connect.isVisible()).isTrue();
        Platform.runLater(connect::fire);
        WaitForAsyncUtils.waitForFxEvents();

        ListView<?> profiles = (ListView<?>) stage.getScene().lookup("#connect-profiles");
        assertThat(profiles.getItems()).isNotEmpty();
    }

    private static Path own() {
        return Folders.ofThisMachine().stacks().resolve("own.yaml");
    }
}
