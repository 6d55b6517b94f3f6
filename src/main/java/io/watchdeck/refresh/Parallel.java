package io.watchdeck.refresh;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Does several blocking pieces of work at the same time, each on a virtual thread, and returns when all are done. They are done on
/// the caller's [Behalf].
public final class Parallel {

    private Parallel() {}

    /// @throws RuntimeException the first that a piece of work threw, after all of them ended
    public static void run(Collection<? extends Runnable> work) {
        Behalf behalf = Behalf.current();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = work.stream().map(one -> threads.submit(() -> behalf.run(one))).toList();
            RuntimeException first = null;
            for (Future<?> future : futures) {
                try {
                    future.get();
                } catch (ExecutionException failed) {
                    if (first == null) {
                        first = failed.getCause() instanceof RuntimeException mistake ? mistake
                                : new IllegalStateException(failed.getCause());
                    }
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    threads.shutdownNow();
                    return;
                }
            }
            if (first != null) {
                throw first;
            }
        }
    }

    /// Does each piece by itself: one that takes long or makes a mistake keeps no other from its end. Returns when all are
    /// done, or when the time is over: what takes longer goes on without the caller. They are done on the caller's
    /// [Behalf].
    ///
    /// @param onMistake a mistake of the program: expected failures are values and never come here
    public static void apart(Collection<? extends Runnable> work, Duration most, Consumer<Throwable> onMistake) {
        Behalf behalf = Behalf.current();
        var left = new CountDownLatch(work.size());
        work.forEach(one -> Thread.ofVirtual().name("apart").start(() -> {
            try {
                behalf.run(one);
            } catch (RuntimeException | Error mistake) {
                onMistake.accept(mistake);
            } finally {
                left.countDown();
            }
        }));
        try {
            left.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
