package io.watchdeck.ui.shell;

import io.watchdeck.settings.Looks.DensityWord;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// What everything is drawn on: the scene, its theme and density, and how large it is drawn in a window of its size for
/// the size of text that a person wants.
final class Surface {

    private static final double NARROW_BELOW = 1280;
    /// No screen is laid out for less.
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    /// Text grows by such steps while a window grows, rather than with every pixel.
    private static final double STEPS = 20;

    private final StackPane root = new StackPane();
    private final ZoomPane zoom = new ZoomPane(root);
    private final Sheets sheets;
    private final ReadOnlyObjectWrapper<Theme> theme;
    private final ReadOnlyDoubleWrapper enlarged = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private final Scene scene;
    private DensityWord density = DensityWord.COMFORTABLE;
    private double textSize = 1;

    Surface(Look look) {
        theme = new ReadOnlyObjectWrapper<>(look.theme());
        scene = new Scene(zoom, look.width(), look.height());
        sheets = new Sheets(scene);
        applyTheme();
        Caret.restsIn(scene);
    }

    /// Measures from now on how large the window is.
    void follow() {
        scene.widthProperty().subscribe(_ -> measure());
        scene.heightProperty().subscribe(_ -> measure());
        zoom.heightProperty().subscribe(_ -> measure());
    }

    Scene scene() {
        return scene;
    }

    /// Holds whatever lies on and over each other.
    StackPane root() {
        return root;
    }

    ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    void use(Theme wanted) {
        if (wanted != theme.get()) {
            theme.set(wanted);
            applyTheme();
        }
    }

    void use(DensityWord wanted) {
        if (wanted != density) {
            density = wanted;
            applyTheme();
        }
    }

    /// @param times the usual size
    void enlarge(double times) {
        textSize = times;
        measure();
    }

    /// How many times the usual size text is drawn: as many as a person wants, or fewer where the window has no room for
    /// a screen of that size. What a large window enlarges by itself does not count.
    ReadOnlyDoubleProperty enlargedProperty() {
        return enlarged.getReadOnlyProperty();
    }

    /// Whether the window is too narrow for a wide rail and a drawer beside the content.
    ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    /// Large windows are drawn larger; what is narrow is measured in the units of the content.
    private void measure() {
        double before = zoom.zoom();
        // A picture may be higher than its window, as high as the root.
        double height = Math.max(scene.getHeight(), zoom.getHeight());
        double usual = ZoomPane.zoomOf(scene.getWidth(), height);
        double room = Math.min(scene.getWidth() / LEAST_WIDTH, height / LEAST_HEIGHT) / usual;
        enlarged.set(Math.clamp(Math.floor(room * STEPS) / STEPS, 1, textSize));
        zoom.setZoom(usual * enlarged.get());
        if (zoom.zoom() != before) {
            applyTheme();
        }
        narrow.set(scene.getWidth() / zoom.zoom() < NARROW_BELOW);
    }

    private void applyTheme() {
        sheets.apply(theme.get(), density, zoom.zoom());
    }
}
