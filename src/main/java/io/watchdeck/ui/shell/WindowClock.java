package io.watchdeck.ui.shell;

import io.watchdeck.refresh.Poller;
import java.time.Duration;
import java.util.concurrent.Executor;

/// Moves the time of the window on, once a second. Not an animation: one that plays, however slowly, makes the toolkit run
/// sixty pulses a second all day.
final class WindowClock implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Poller clock;

    WindowClock(Feed feed, Executor ui) {
        clock = new Poller("window clock", () -> ui.execute(feed::tick), () -> TICK, WindowClock::report).start();
    }

    private static void report(Throwable mistake) {
        System.getLogger(WindowClock.class.getName()).log(System.Logger.Level.ERROR, "The window's clock", mistake);
    }

    @Override
    public void close() {
        clock.close();
    }
}
