package io.watchdeck;

import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Tells the log how long after its process began the window was drawn, and drawn with figures: those that were kept, where
/// a console ran before.
final class StartLog {

    private final Scene scene;
    private final Consumer<String> log;
    private final AtomicBoolean known = new AtomicBoolean();
    private Watch.@Nullable Subscription following;

    private StartLog(Scene scene, Consumer<String> log) {
        this.scene = scene;
        this.log = log;
    }

    /// JavaFX thread, before the window is shown.
    ///
    /// @param ui  runs on the JavaFX thread
    /// @param log takes a line at a time
    static void follow(Scene scene, Watch watch, Executor ui, Consumer<String> log) {
        var start = new StartLog(scene, log);
        start.tellDrawn("Window drawn");
        start.following = watch.subscribe(snapshot -> {
            if (!start.known.get() && isKnown(snapshot) && start.known.compareAndSet(false, true)) {
                ui.execute(start::tellKnown);
            }
        });
    }

    private void tellKnown() {
        if (following != null) {
            following.close();
        }
        tellDrawn("Figures drawn");
    }

    static boolean isKnown(WatchSnapshot snapshot) {
        return snapshot.stacks().stream().flatMap(stack -> stack.services().stream())
                .anyMatch(service -> service.state().state().latest().isPresent());
    }

    /// Once the next picture is laid out.
    private void tellDrawn(String what) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                log.accept(what + " " + sinceBegin().toMillis() + " ms after the process began");
            }
        });
    }

    private static Duration sinceBegin() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
