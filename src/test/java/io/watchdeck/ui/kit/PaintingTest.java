package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
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

    /// An edge between two dots would be drawn by a picture of its own.
    @Test
    void cutsAtWholeDots() {
        WritableImage picture = CompletableFuture.supplyAsync(() -> {
            var canvas = new Canvas(20, 20);
            GraphicsContext to = canvas.getGraphicsContext2D();
            to.scale(1.5, 1.5);
            to.setFill(Color.RED);
            to.save();
            Pen.clip(to, 2.2, 2.2, 5.9, 5.9);
            to.fillRect(0, 0, 20, 20);
            to.restore();
            to.fillRect(10, 10, 2, 2);
            var clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            return canvas.snapshot(clear, null);
        }, Platform::runLater).join();

        PixelReader dots = picture.getPixelReader();
        assertThat(IntStream.range(0, 20).mapToObj(dot -> dots.getColor(dot, 5).getOpacity())).containsExactly(0.0, 0.0,
                0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(dots.getColor(16, 16).getOpacity()).isEqualTo(1.0);
    }

    /// A picture of twice the size would else show the dots of one of the usual size.
    @Test
    void isDrawnWithTheDotsOfThePictureThatIsTaken() {
        byte[] png = CompletableFuture.supplyAsync(() -> {
            var line = new HalfALine();
            var root = new Pane(line);
            new Scene(root);
            root.resize(10, 10);
            line.setPrefSize(10, 10);
            byte[] twice = Picture.of(root.getScene(), 2).png();
            assertThat(line.getChildrenUnmodifiable()).first().isInstanceOfSatisfying(Canvas.class,
                    canvas -> assertThat(canvas.getWidth()).isEqualTo(10));
            return twice;
        }, Platform::runLater).join();

        PixelReader dots = new Image(new ByteArrayInputStream(png)).getPixelReader();
        assertThat(IntStream.range(0, 20).filter(dot -> dots.getColor(dot, 10).equals(Color.RED)).toArray())
                .as("whatever is behind it").containsExactly(4);
    }

    private static final class HalfALine extends Painting {

        HalfALine() {
            super("half-a-line");
        }

        @Override
        protected void paint(GraphicsContext to, double width, double height) {
            to.setFill(Color.RED);
            to.fillRect(2, 0, 0.5, height);
        }
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
