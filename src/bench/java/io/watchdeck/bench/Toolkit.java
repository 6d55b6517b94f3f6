package io.watchdeck.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/// JavaFX without an application. It can be started once in a process, so that it goes on until the process ends.
final class Toolkit {

    private Toolkit() {}

    static void start() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException running) {
            System.err.println("The toolkit runs since an earlier benchmark.");
        }
    }

    /// Waits for the work, which is done on the window's thread.
    ///
    /// @throws java.util.concurrent.CompletionException when it fails
    static <T> T call(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }, Platform::runLater).join();
    }
}
