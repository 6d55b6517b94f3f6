package io.watchdeck.support;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The log of a console: five files of at most a megabyte in a folder that only its owner can read, the newest
/// `watchdeck-0.log`. What the program logs goes there beside the standard error, without what lets somebody sign in.
/// Closing ends it. Any thread.
public final class ProgramLog implements AutoCloseable {

    private static final int LARGEST = 1_000_000;
    private static final int FILES = 5;
    private static final String ENDING = ".log";

    private final Handler handler;
    private final Logger logged;

    private ProgramLog(Handler handler, Logger logged) {
        this.handler = handler;
        this.logged = logged;
    }

    /// @param folder made where it is not there
    /// @throws IOException where no file can be written there
    public static ProgramLog begin(Path folder) throws IOException {
        return begin(folder, LARGEST, Logger.getLogger(""));
    }

    /// @param largest of a file, in bytes, but for the line that exceeds it
    /// @param logged  what is logged to it and below it is kept
    static ProgramLog begin(Path folder, int largest, Logger logged) throws IOException {
        Files.createDirectories(folder);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        var files = new FileHandler(pattern(folder), largest, FILES, true);
        files.setEncoding("UTF-8");
        files.setLevel(Level.ALL);
        files.setFormatter(new LogLine());
        logged.addHandler(files);
        return new ProgramLog(files, logged);
    }

    /// The files of a folder, newest first; none where there is no such folder.
    ///
    /// @throws IOException where it cannot be looked into
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    /// The signs that [FileHandler] reads a pattern by are doubled.
    private static String pattern(Path folder) {
        return folder.toAbsolutePath().toString().replace("%", "%%") + "/watchdeck-%g" + ENDING;
    }

    /// The last line says that the console was closed: where it is missing, the process was ended.
    @Override
    public void close() {
        logged.removeHandler(handler);
        var end = new LogRecord(Level.INFO, "Ended");
        end.setLoggerName(ProgramLog.class.getName());
        handler.publish(end);
        handler.close();
    }
}
