package io.watchdeck.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps two processes from making, migrating or setting aside the same file. The system gives it back when the process
/// ends, however it ends.
final class FolderLock implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FolderLock.class.getName());

    private final Optional<FileChannel> channel;

    private FolderLock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /// Empty when another process has it. Where no file can be made (a read-only folder, a full disk) there is nothing to
    /// keep apart, as nothing will be written.
    static Optional<FolderLock> take(HistoryFiles files) throws IOException {
        FileChannel channel;
        try {
            if (!Files.exists(files.lock())) {
                files.create(files.lock());
            }
            channel = FileChannel.open(files.lock(), StandardOpenOption.WRITE);
        } catch (FileSystemException unwritable) {
            LOG.log(Level.FINE, "no lock", unwritable);
            return Optional.of(new FolderLock(Optional.empty()));
        }
        FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new FolderLock(Optional.of(channel)));
    }

    /// Of a database in memory.
    static FolderLock none() {
        return new FolderLock(Optional.empty());
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException failed) {
            LOG.log(Level.FINE, "giving the lock back", failed);
        }
    }
}
