package io.watchdeck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// A window that opens where it was closed, and keeps where that is. JavaFX thread.
final class RememberedWindow {

    private static final System.Logger LOG = System.getLogger(RememberedWindow.class.getName());

    private final Stage stage;
    private final Path data;
    /// Those that a maximized window returns to.
    private Rectangle2D bounds = Rectangle2D.EMPTY;

    private RememberedWindow(Stage stage, Path data) {
        this.stage = stage;
        this.data = data;
    }

    /// @param stage that has not been shown
    /// @param data  folder in which the place is kept
    static void follow(Stage stage, Path data) {
        var window = new RememberedWindow(stage, data);
        window.place();
        ChangeListener<Object> moved = (_, _, _) -> window.moved();
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty(),
                stage.maximizedProperty()).forEach(one -> one.addListener(moved));
        stage.setOnHiding(_ -> window.keep());
    }

    private void place() {
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        WindowPlace.read(data).filter(kept -> kept.isOn(screens)).ifPresent(kept -> {
            bounds = kept.bounds();
            stage.setX(bounds.getMinX());
            stage.setY(bounds.getMinY());
            stage.setWidth(bounds.getWidth());
            stage.setHeight(bounds.getHeight());
            stage.setMaximized(kept.maximized());
        });
    }

    /// Some desktops make a window as large as its screen before they call it maximized: what fills a screen is not kept as
    /// what it returns to.
    private void moved() {
        if (!stage.isShowing() || stage.isMaximized() || stage.isFullScreen() || stage.isIconified()) {
            return;
        }
        var now = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        if (Screen.getScreens().stream().noneMatch(screen -> fills(now, screen.getVisualBounds()))) {
            bounds = now;
        }
    }

    private static boolean fills(Rectangle2D window, Rectangle2D screen) {
        return window.getWidth() >= screen.getWidth() && window.getHeight() >= screen.getHeight();
    }

    private void keep() {
        if (bounds.equals(Rectangle2D.EMPTY)) {
            return;
        }
        try {
            new WindowPlace(bounds, stage.isMaximized()).write(data);
        } catch (IOException unwritten) {
            LOG.log(System.Logger.Level.WARNING, "Where the window stood: {0}", unwritten.toString());
        }
    }
}
