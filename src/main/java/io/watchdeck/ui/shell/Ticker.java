package io.watchdeck.ui.shell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// Runs work on the FX thread every second. Not an animation: one that plays, however slow, makes the toolkit run sixty
/// pulses a second for as long as the window is open.
final class Ticker implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Runnable work;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Thread thread;

    Ticker(Runnable work) {
        this.work = work;
        thread = Thread.ofVirtual().name("window clock").start(this::loop);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void loop() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                if (waiting.compareAndSet(false, true)) {
                    Platform.runLater(this::tick);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        waiting.set(false);
        if (!thread.isInterrupted() && thread.isAlive()) {
            work.run();
        }
    }
}
