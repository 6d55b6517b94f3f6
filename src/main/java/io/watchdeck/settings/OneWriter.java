package io.watchdeck.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Lets one of several consoles at a time read a file and write it: else what the other chose meanwhile would be lost. The
/// lock lies in the system's folder of temporary files, beside nothing that a person keeps, and is given back when its
/// process ends, however it ends. Blocking. Has no state.
final class OneWriter {

    private static final System.Logger LOG = System.getLogger(OneWriter.class.getName());

    /// Another console needs a moment: one that needs longer has been stopped.
    private static final int TURNS = 100;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private OneWriter() {}

    /// What is done alone.
    interface Work {
        boolean done() throws IOException;
    }

    /// Where no lock can be had, such as on a disk that knows none, or not within about a second, the work is done all the
    /// same.
    static boolean alone(Path file, Work work) throws IOException {
        // The system's locks are of a process, not of a thread.
        synchronized (OneWriter.class) {
            Optional<FileChannel> lock = taken(file);
            try {
                return work.done();
            } finally {
                if (lock.isPresent()) {
                    lock.get().close();
                }
            }
        }
    }

    private static Optional<FileChannel> taken(Path file) {
        try {
            FileChannel channel = FileChannel.open(lock(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            if (locked(channel)) {
                return Optional.of(channel);
            }
            LOG.log(System.Logger.Level.DEBUG, "The lock is held for too long");
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException none) {
            LOG.log(System.Logger.Level.DEBUG, "No lock: {0}", none.toString());
            return Optional.empty();
        }
    }

    /// Closes the channel where it is not.
    private static boolean locked(FileChannel channel) throws IOException {
        boolean locked = false;
        try {
            for (int turn = 0; !locked && turn < TURNS; turn++) {
                locked = channel.tryLock() != null;
                if (!locked) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
            return locked;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /// The same of every name of a file.
    static Path lock(Path file) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        return Path.of(System.getProperty("java.io.tmpdir"), "watchdeck-"
                + UUID.nameUUIDFromBytes(real.toString().getBytes(StandardCharsets.UTF_8)) + ".lock");
    }
}
