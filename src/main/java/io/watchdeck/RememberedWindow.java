package io.watchdeck;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// A window that opens where it was closed, and keeps where that is, on another thread. JavaFX thread.
final class RememberedWindow implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RememberedWindow.class.getName());

    private static final Duration WAITED = Duration.ofSeconds(2);

    private final Stage stage;
    private final Path data;
    private final Executor work;
    private CompletableFuture<Void> kept = CompletableFuture.completedFuture(null);
    /// Those that a maximized window returns to.
    private Rectangle2D bounds = Rectangle2D.EMPTY;

    private RememberedWindow(Stage stage, Path data, Executor work) {
        this.stage = stage;
        this.data = data;
        this.work = work;
    }

    /// @param stage that has not been shown
    /// @param data  folder in which the place is kept
    /// @param work  writes there
    /// @return waits, when closed, for what is being written
    static RememberedWindow follow(Stage stage, Path data, Executor work) {
        var window = new RememberedWindow(stage, data, work);
        window.place();
        ChangeListener<Object> moved = (_, _, _) -> window.moved();
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty(),
                stage.maximizedProperty()).forEach(one -> one.addListener(moved));
        stage.setOnHiding(_ -> window.keep());
        return window;
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
        var place = new WindowPlace(bounds, stage.isMaximized());
        kept = kept.thenRunAsync(() -> write(place), work);
    }

    private void write(WindowPlace place) {
        try {
            place.write(data);
        } catch (IOException unwritten) {
            LOG.log(System.Logger.Level.WARNING, "Where the window stood: {0}", unwritten.toString());
        }
    }

    /// A disk that does not answer keeps nobody waiting for long.
    @Override
    public void close() {
        try {
            kept.get(WAITED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unwritten) {
            LOG.log(System.Logger.Level.WARNING, "Where the window stood: {0}", unwritten.toString());
        }
    }
}
