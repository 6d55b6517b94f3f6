package io.watchdeck.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The files of the history in one folder. All are readable by their owner only, from before anything is written into
/// them: H2 would create them readable by everybody. Where there are no POSIX permissions (Windows) the folder's own
/// rights hold, which in a person's data folder are the person's.
record HistoryFiles(Path folder) {

    /// What H2 adds to the name of a database.
    private static final String ENDING = ".mv.db";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'")
            .withZone(ZoneOffset.UTC);

    Path file() {
        return folder.resolve("history" + ENDING);
    }

    /// Where a new or migrated database is made before it takes the place of [#file].
    Path building() {
        return folder.resolve("history-building" + ENDING);
    }

    /// Held by the process that has the database open.
    Path lock() {
        return folder.resolve("history.lock");
    }

    void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, owner("rwx------"));
        }
    }

    /// Creates the file empty, in place of another.
    void create(Path file) throws IOException {
        Files.deleteIfExists(file);
        createNew(file);
    }

    /// Creates the file empty where there is none.
    void createNew(Path file) throws IOException {
        Files.createFile(file, owner("rw-------"));
    }

    /// Makes what was built the database.
    void putInPlace() throws IOException {
        Files.move(building(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// The same where there may be a database already: it gets another name. One that fails has changed nothing.
    ///
    /// @param why one word
    /// @return what was there before; empty when there was nothing
    Optional<Path> replace(String why, Instant now) throws IOException {
        if (!Files.exists(file())) {
            putInPlace();
            return Optional.empty();
        }
        Path aside = setAside(why, now);
        try {
            putInPlace();
        } catch (IOException failed) {
            putBack(aside, failed);
            throw failed;
        }
        return Optional.of(aside);
    }

    private void putBack(Path aside, IOException failed) throws IOException {
        try {
            Files.move(aside, file());
        } catch (IOException both) {
            var gone = new IOException("what was there lies in " + aside + " and is to be put back by hand: " + failed);
            gone.addSuppressed(both);
            throw gone;
        }
    }

    /// Gives the database another name, with its date, and returns it.
    ///
    /// @param what one word for why
    Path setAside(String what, Instant now) throws IOException {
        for (int attempt = 1;; attempt++) {
            Path aside = folder.resolve("history-" + what + "-" + STAMP.format(now)
                    + (attempt == 1 ? "" : "-" + attempt) + ENDING);
            try {
                // Without REPLACE_EXISTING an earlier one stays.
                return Files.move(file(), aside);
            } catch (FileAlreadyExistsException _) {
                continue;
            }
        }
    }

    /// The name by which H2 knows the database in a file.
    static String name(Path file) {
        String path = file.toAbsolutePath().toString();
        return path.substring(0, path.length() - ENDING.length());
    }

    private FileAttribute<?>[] owner(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
