package io.watchdeck.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Measures how much CPU the window's thread uses between two moments at which it takes up other work: whatever it does
/// in between keeps a key press waiting. CPU and not time, because other programs on the machine hold it up too.
final class FxStretches {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long EVERY_MILLIS = 2;

    private volatile boolean going = true;
    private final Thread asker = Thread.ofPlatform().daemon().start(this::ask);
    private long longest;
    private long last = -1;

    /// Ends it.
    double longestMillis() throws InterruptedException {
        going = false;
        asker.join();
        return longest / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private void ask() {
        try {
            while (going) {
                var asked = new CountDownLatch(1);
                Platform.runLater(() -> {
                    long now = THREADS.getCurrentThreadCpuTime();
                    longest = last < 0 ? longest : Math.max(longest, now - last);
                    last = now;
                    asked.countDown();
                });
                asked.await();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
