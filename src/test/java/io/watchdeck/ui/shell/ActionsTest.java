package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ActionsTest {

    @Test
    void aSwitchIsPressedToo() {
        Actions found = CompletableFuture.supplyAsync(() -> {
            var toggle = new ToggleSwitch();
            toggle.resizeRelocate(10, 20, 40, 20);
            var said = new Label("said");
            said.resizeRelocate(60, 20, 40, 20);
            var part = new Pane(toggle, said);
            part.resize(200, 100);
            return Actions.in(part);
        }, Platform::runLater).join();

        assertThat(found.places()).containsExactly(new BoundingBox(10, 20, 40, 20));
        assertThat(found.aside(new BoundingBox(20, 20, 20, 20), 0, 20)).as("no place").isEqualTo(Point2D.ZERO);
        assertThat(found.aside(new BoundingBox(20, 30, 20, 20), 0, 100)).isEqualTo(new Point2D(0, 40));
    }
}
