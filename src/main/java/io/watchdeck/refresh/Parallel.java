package io.watchdeck.refresh;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
}
