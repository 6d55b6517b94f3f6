package io.watchdeck;

import java.io.Flushable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A file that something writes for so long that whoever waits for it would take the writer for dead. Only a file that
/// grows is a sign of life: a writer that hangs is not waited for.
///
/// @param every how often it is looked at
record GrowingFile(Path file, Duration every) {

    /// Waits for the end of the work, and flushes whenever the file has grown meanwhile.
    ///
    /// @throws IOException           when nobody waits any more
    /// @throws IllegalStateException when the work ended with a mistake
    <T> T await(Future<T> work, Flushable waits) throws IOException {
        long size = 0;
        while (true) {
            try {
                return work.get(every.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                long now = size();
                if (now > size) {
                    waits.flush();
                }
                size = now;
            } catch (InterruptedException stop) {
                throw (IOException) new InterruptedIOException(file.toString()).initCause(stop);
            } catch (ExecutionException mistake) {
                throw new IllegalStateException(mistake.getCause());
            }
        }
    }

    private long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
