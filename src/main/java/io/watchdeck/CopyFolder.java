package io.watchdeck;

import io.watchdeck.store.Restoring;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A temporary folder with a copy of the history, which only its owner can enter. It goes when it is closed and when the
/// process is told to end; what a killed process left is deleted by the next that makes one.
final class CopyFolder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CopyFolder.class.getName());
    private static final String NAME = "watchdeck-history-";
    /// Nobody needs a copy for so long.
    private static final Duration LEFT_BEHIND = Duration.ofHours(6);

    private final Path folder;
    private final Thread atTheEnd = Thread.ofPlatform().name("deleting the copy").unstarted(this::delete);
    private Optional<KeptHistory> opened = Optional.empty();
    private boolean deleted;

    private CopyFolder(Path folder) {
        this.folder = folder;
    }

    /// Where the system keeps temporary files.
    static CopyFolder create(Clock clock) throws IOException {
        return create(Path.of(System.getProperty("java.io.tmpdir")), clock);
    }

    static CopyFolder create(Path temporary, Clock clock) throws IOException {
        var made = new CopyFolder(Files.createTempDirectory(temporary.toAbsolutePath(), NAME));
        Runtime.getRuntime().addShutdownHook(made.atTheEnd);
        sweep(temporary, made.folder, clock.instant().minus(LEFT_BEHIND));
        return made;
    }

    private static void sweep(Path temporary, Path own, Instant before) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(temporary, NAME + "*")) {
            for (Path one : all) {
                if (Files.getLastModifiedTime(one, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(before) && Files
                        .getOwner(one, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
                    deleteAll(one);
                }
            }
        } catch (IOException failed) {
            LOG.log(Level.DEBUG, "looking for copies that were left behind", failed);
        }
    }

    /// Where the console is to write the backup.
    Path backup() {
        return folder.resolve("backup.zip");
    }

    /// Opens what the backup holds. Closed with this at the latest.
    ///
    /// @param told takes the reason for a person where it cannot be read
    /// @return empty where it cannot be read, or the process is ending
    synchronized Optional<KeptHistory> restored(Words words, Clock clock, Consumer<String> told) {
        if (deleted) {
            return Optional.empty();
        }
        Path data = folder.resolve("data");
        switch (Restoring.of(backup(), data, clock)) {
            case Restoring.Restored _ -> opened = Optional.of(KeptHistory.copy(data, clock));
            case Restoring.Busy(var why) -> told.accept(words.say(why));
            case Restoring.Refused(var why) -> told.accept(words.say(why));
        }
        return opened;
    }

    private synchronized void delete() {
        if (!deleted) {
            deleted = true;
            opened.ifPresent(KeptHistory::close);
            deleteAll(folder);
        }
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "Deleting " + folder, failed);
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            LOG.log(Level.DEBUG, "the process ends", ending);
        }
    }
}
