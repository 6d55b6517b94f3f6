package io.watchdeck;

import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Tells the log how long after its process began the window was drawn, and drawn with figures: those that were kept, where
/// a console ran before.
final class StartLog {

    /// A window that is put aside while it opens is not drawn at all.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Consumer<String> log;
    private final Duration patience;
    private final CompletableFuture<Void> window = new CompletableFuture<>();
    private final CompletableFuture<Void> figures = new CompletableFuture<>();
    private final AtomicBoolean known = new AtomicBoolean();
    private Watch.@Nullable Subscription following;

    /// @param log takes a line at a time
    StartLog(Consumer<String> log) {
        this(log, PATIENCE);
    }

    /// @param patience with a window that is not drawn
    StartLog(Consumer<String> log, Duration patience) {
        this.log = log;
        this.patience = patience;
    }

    /// JavaFX thread, before the window is shown.
    ///
    /// @param ui runs on the JavaFX thread
    void follow(Scene scene, Watch watch, Executor ui) {
        tellDrawn(scene, "Window drawn", window);
        Consumer<WatchSnapshot> look = snapshot -> {
            if (!known.get() && isKnown(snapshot) && known.compareAndSet(false, true)) {
                ui.execute(() -> tellKnown(scene));
            }
        };
        following = watch.subscribe(look);
        look.accept(watch.current());
    }

    /// Waits until the window is drawn with what is known, but for three seconds at most: what reads AWS would take the
    /// processors from what draws. Blocking.
    void awaitDrawn(WatchSnapshot current) {
        CompletableFuture<Void> drawn = isKnown(current) ? figures : window;
        drawn.copy().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private void tellKnown(Scene scene) {
        if (following != null) {
            following.close();
        }
        tellDrawn(scene, "Figures drawn", figures);
    }

    static boolean isKnown(WatchSnapshot snapshot) {
        return snapshot.stacks().stream().flatMap(stack -> stack.services().stream())
                .anyMatch(service -> service.state().state().latest().isPresent());
    }

    /// Once the next picture is laid out.
    private void tellDrawn(Scene scene, String what, CompletableFuture<Void> drawn) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                log.accept(what + " " + ProcessAge.now().toMillis() + " ms after the process began");
                drawn.complete(null);
            }
        });
    }
}
