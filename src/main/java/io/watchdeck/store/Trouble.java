package io.watchdeck.store;

import io.watchdeck.model.Phrase;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// Why the database cannot be used.
///
/// @param detail the cause in the technology's own words
record Trouble(Kind kind, String detail) {

    enum Kind {
        /// What is in the file is not a database, or no longer a whole one.
        DAMAGED,
        /// The file was written by a newer H2.
        NEWER,
        /// There is no room.
        FULL,
        /// The folder or the file may not be written.
        READ_ONLY,
        /// Another process has it open.
        IN_USE,
        /// H2 closed the database, after a failure that another thread got to see.
        CLOSED,
        /// It cannot be read or written, for another reason.
        FAILED,
        /// Nothing is wrong with the database: the statement is.
        MISTAKE
    }

    /// Below this there is no use in trying to write.
    private static final long NO_ROOM_BYTES = 1 << 20;

    static Trouble of(Throwable failure, Path folder) {
        Kind kind = Kind.MISTAKE;
        Throwable root = failure;
        if (converts(failure)) {
            return new Trouble(kind, failure.toString());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            Kind of = kind(cause);
            if (of != Kind.MISTAKE) {
                kind = of;
            }
        }
        return new Trouble(kind == Kind.FAILED ? precisely(root, folder) : kind, root.toString());
    }

    /// The same while the file is opened: no statement of ours takes a text for a number there, so that one that is read
    /// out of the file is no number any more.
    static Trouble atOpening(Throwable failure, Path folder) {
        return converts(failure) ? new Trouble(Kind.DAMAGED, failure.toString()) : of(failure, folder);
    }

    /// A statement that takes a text for a number fails as a page does that holds no number where one must be.
    private static boolean converts(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATA_CONVERSION_ERROR_1) {
                return true;
            }
        }
        return false;
    }

    /// What to tell when the history is kept in memory for it.
    Phrase inMemory(Path folder) {
        return switch (kind) {
            case FULL -> Phrase.of("history.memory.full", folder.toString());
            case READ_ONLY -> Phrase.of("history.memory.readOnly", folder.toString());
            default -> Phrase.of("history.memory.failed", folder.toString(), detail);
        };
    }

    private static Kind kind(Throwable cause) {
        return switch (cause) {
            case MVStoreException store -> kind(store.getErrorCode());
            case SQLException sql -> switch (sql.getErrorCode()) {
                // A table that every database of ours has is missing when the page that told of it is.
                case ErrorCode.FILE_CORRUPTED_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1 ->
                    Kind.DAMAGED;
                case ErrorCode.FILE_VERSION_ERROR_1 -> Kind.NEWER;
                case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Kind.IN_USE;
                case ErrorCode.DATABASE_IS_READ_ONLY, ErrorCode.ACCESS_DENIED_TO_CLASS_1 -> Kind.READ_ONLY;
                case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED, ErrorCode.CONNECTION_BROKEN_1 ->
                    Kind.CLOSED;
                case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.FILE_CREATION_FAILED_1,
                        ErrorCode.FILE_RENAME_FAILED_2, ErrorCode.FILE_DELETE_FAILED_1,
                        ErrorCode.TRACE_FILE_ERROR_2 ->
                    Kind.FAILED;
                default -> Kind.MISTAKE;
            };
            case EOFException _ -> Kind.DAMAGED;
            case IOException _ -> Kind.FAILED;
            case ReadOnlyFileSystemException _ -> Kind.READ_ONLY;
            // H2 found in its own file what cannot be: an index beyond a page, a length below zero.
            case IndexOutOfBoundsException _ -> Kind.DAMAGED;
            case NegativeArraySizeException _ -> Kind.DAMAGED;
            case NumberFormatException _ -> Kind.DAMAGED;
            default -> Kind.MISTAKE;
        };
    }

    private static Kind kind(int storeError) {
        return switch (storeError) {
            case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND, DataUtils.ERROR_BLOCK_NOT_FOUND,
                    DataUtils.ERROR_SERIALIZATION, DataUtils.ERROR_INTERNAL ->
                Kind.DAMAGED;
            case DataUtils.ERROR_UNSUPPORTED_FORMAT -> Kind.NEWER;
            case DataUtils.ERROR_FILE_LOCKED -> Kind.IN_USE;
            case DataUtils.ERROR_CLOSED -> Kind.CLOSED;
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED -> Kind.FAILED;
            default -> Kind.MISTAKE;
        };
    }

    private static Kind precisely(Throwable root, Path folder) {
        // English on Linux and macOS in every locale; Windows says it in the person's language, and has free space asked.
        String said = String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("file too large") || said.contains("quota exceeded")
                || said.contains("not enough space") || hasNoRoom(folder)) {
            return Kind.FULL;
        }
        if (root instanceof AccessDeniedException || said.contains("permission denied")
                || said.contains("read-only file system")) {
            return Kind.READ_ONLY;
        }
        return Kind.FAILED;
    }

    private static boolean hasNoRoom(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NO_ROOM_BYTES;
        } catch (IOException _) {
            return false;
        }
    }
}
