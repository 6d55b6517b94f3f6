package io.watchdeck.ui.kit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Turns what is shown into PNG. Take it on the FX thread; any thread can make it a file.
public final class Picture {

    private final int width;
    private final int height;
    private final int[] pixels;

    private Picture(WritableImage image) {
        width = (int) image.getWidth();
        height = (int) image.getHeight();
        pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    }

    /// The scene as it is, laid out for the size of its root, which may be larger than its window.
    ///
    /// @param scale 2 draws four pixels for one
    public static Picture of(Scene scene, double scale) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Bounds size = scene.getRoot().getLayoutBounds();
        return of(scene.getRoot(), size.getWidth(), size.getHeight(), scale);
    }

    /// A part of a window, wherever it stands there.
    ///
    /// @param scale 2 draws four pixels for one
    public static Picture of(Node node, double width, double height, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(Color.TRANSPARENT);
        parameters.setViewport(new Rectangle2D(node.getLayoutX() * scale, node.getLayoutY() * scale,
                Math.ceil(width * scale), Math.ceil(height * scale)));
        List<Painting> painted = Painting.in(node).toList();
        try {
            painted.forEach(one -> one.takenAt(scale));
            return new Picture(node.snapshot(parameters, null));
        } finally {
            painted.forEach(one -> one.takenAt(1));
        }
    }

    public byte[] png() {
        var out = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        out.setRGB(0, 0, width, height, pixels, 0, width);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(out, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public void save(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, png());
        } catch (IOException failed) {
            throw new UncheckedIOException(file.toString(), failed);
        }
    }
}
