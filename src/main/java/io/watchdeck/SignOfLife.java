package io.watchdeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Says once, to a person at a terminal, that a command is at work, where that takes longer than a person waits without a
/// word. Ends with the work.
final class SignOfLife implements AutoCloseable {

    /// After so long a person asks himself whether anything happens.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Path ERROR = Path.of("/proc/self/fd/2");

    private final Thread waiting;

    private SignOfLife(Duration patience, Runnable say) {
        waiting = Thread.ofVirtual().name("sign of life").start(() -> {
            try {
                Thread.sleep(patience);
                say.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// @param say not on the standard output, which may be what was asked for
    static SignOfLife after(Duration patience, Runnable say) {
        return new SignOfLife(patience, say);
    }

    /// Whether somebody reads what goes to the standard error: no file, and no other program.
    static boolean isRead() {
        try {
            return Files.exists(ERROR) ? isTerminal(ERROR.toRealPath())
                    : System.console() != null && System.console().isTerminal();
        } catch (IOException unknown) {
            // A pipe has no path.
            return false;
        }
    }

    static boolean isTerminal(Path device) {
        return device.startsWith("/dev") && !device.equals(Path.of("/dev/null"));
    }

    /// Nothing is said any more when this returns.
    @Override
    public void close() {
        waiting.interrupt();
        boolean interrupted = false;
        while (waiting.isAlive()) {
            try {
                waiting.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
