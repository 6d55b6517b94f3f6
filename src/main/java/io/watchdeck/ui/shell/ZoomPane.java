package io.watchdeck.ui.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Draws the window larger where it has more room than anybody reads at the usual size, such as a 4K desktop without
/// scaling: the content is laid out for a smaller window and enlarged, so that type, rows and lines keep their proportions.
final class ZoomPane extends Region {

    private static final double LARGE = 1.5;
    private static final double LARGE_FROM_WIDTH = 3000;
    private static final double LARGE_FROM_HEIGHT = 1650;
    private static final double LARGEST = 2;
    private static final double LARGEST_FROM_WIDTH = 4800;
    private static final double LARGEST_FROM_HEIGHT = 2500;

    private final Region content;
    private final Scale scale = new Scale(1, 1);

    ZoomPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /// How much larger than usual a window of this size is drawn.
    static double zoomOf(double width, double height) {
        if (width >= LARGEST_FROM_WIDTH && height >= LARGEST_FROM_HEIGHT) {
            return LARGEST;
        }
        return width >= LARGE_FROM_WIDTH && height >= LARGE_FROM_HEIGHT ? LARGE : 1;
    }

    void setZoom(double zoom) {
        if (scale.getX() != zoom) {
            scale.setX(zoom);
            scale.setY(zoom);
            requestLayout();
        }
    }

    double zoom() {
        return scale.getX();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / zoom(), getHeight() / zoom());
    }
}
