package io.watchdeck.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// How long the FX thread is kept busy at a time, by its own processor time: whatever else a machine does does not count.
/// It asks for a turn, again and again, and looks at what the thread has done until it got one.
public final class FxLoad implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PAUSE = Duration.ofMillis(2).toNanos();

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread asker;
    private volatile long longest;
    private volatile int turns;

    public FxLoad() {
        var id = new CompletableFuture<Long>();
        Platform.runLater(() -> id.complete(Thread.currentThread().threadId()));
        long thread = id.join();
        asker = Thread.ofPlatform().daemon().start(() -> ask(thread));
    }

    private void ask(long thread) {
        try {
            while (!end.await(PAUSE, TimeUnit.NANOSECONDS)) {
                long before = THREADS.getThreadCpuTime(thread);
                var turn = new CompletableFuture<Long>();
                Platform.runLater(() -> turn.complete(THREADS.getThreadCpuTime(thread)));
                longest = Math.max(longest, turn.join() - before);
                turns++;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    public Duration longest() {
        return Duration.ofNanos(longest);
    }

    public int turns() {
        return turns;
    }

    /// Bytes that are in use after the collector has run.
    public static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {
        end.countDown();
        try {
            asker.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
