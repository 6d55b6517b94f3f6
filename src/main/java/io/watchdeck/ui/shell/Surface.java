package io.watchdeck.ui.shell;

import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// What everything is drawn on: the scene, its theme, and how large it is drawn in a window of its size.
final class Surface {

    private static final double NARROW_BELOW = 1280;

    private final StackPane root = new StackPane();
    private final ZoomPane zoom = new ZoomPane(root);
    private final Set<Screen> screens;
    private final ReadOnlyObjectWrapper<Theme> theme;
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private final Scene scene;

    /// @param screens whose style sheets it needs
    Surface(Look look, Set<Screen> screens) {
        this.screens = screens;
        theme = new ReadOnlyObjectWrapper<>(look.theme());
        scene = new Scene(zoom, look.width(), look.height());
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

    /// Whether the window is too narrow for a wide rail and a drawer beside the content.
    ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    /// Large windows are drawn larger; what is narrow is measured in the units of the content.
    private void measure() {
        double before = zoom.zoom();
        // A picture may be higher than its window, as high as the root.
        zoom.setZoom(ZoomPane.zoomOf(scene.getWidth(), Math.max(scene.getHeight(), zoom.getHeight())));
        if (zoom.zoom() != before) {
            applyTheme();
        }
        narrow.set(scene.getWidth() / zoom.zoom() < NARROW_BELOW);
    }

    private void applyTheme() {
        Sheets.apply(scene, theme.get(), screens, zoom.zoom() > 1);
    }
}
