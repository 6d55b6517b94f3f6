package io.watchdeck;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// Says to whoever runs a command why a file could not be written: the message of most such failures is its name alone.
final class Unwritten {

    private Unwritten() {}

    /// @param what was to be written
    static Refusal refusal(Object what, IOException failed) {
        return new Refusal(ExitCode.CANNOT_WRITE, "Cannot write " + what + ": " + why(failed));
    }

    private static String why(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> "there is no such folder.";
            case AccessDeniedException _ -> "no permission to write there.";
            case FileAlreadyExistsException _ -> "a file stands where a folder is to be.";
            case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), other.getMessage());
            default -> Objects.requireNonNullElse(failed.getMessage(), failed.toString());
        };
    }
}
