package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class PaintingTest {

    private static final double HALF_A_DOT_TALLER = 20.5;

    /// The last row of dots is covered by half: bars that end there would leave a line below the picture.
    @Test
    void aNewPictureLeavesNothingOfTheOneBefore() {
        WritableImage picture = CompletableFuture.supplyAsync(() -> {
            var filled = new Filled();
            var root = new Pane(filled);
            new Scene(root);
            filled.resize(HALF_A_DOT_TALLER, HALF_A_DOT_TALLER);
            filled.layout();
            filled.full = false;
            filled.repaint();
            filled.layout();
            var clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            return filled.snapshot(clear, null);
        }, Platform::runLater).join();

        PixelReader dots = picture.getPixelReader();
        assertThat(IntStream.range(0, (int) (picture.getWidth() * picture.getHeight())).filter(
                dot -> dots.getArgb(dot % (int) picture.getWidth(), dot / (int) picture.getWidth()) != 0)).isEmpty();
    }

    private static final class Filled extends Painting {

        private boolean full = true;

        Filled() {
            super("filled");
        }

        @Override
        protected void paint(GraphicsContext to, double width, double height) {
            if (full) {
                to.setFill(Color.RED);
                to.fillRect(0, 0, width, height);
            }
        }
    }
}
