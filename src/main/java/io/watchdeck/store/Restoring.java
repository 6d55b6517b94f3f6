package io.watchdeck.store;

import io.watchdeck.model.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreException;

/// What came of putting a backup in the place of the history.
public sealed interface Restoring {

    /// @param setAside where the history lies that was there before; empty when there was none
    record Restored(Optional<Path> setAside) implements Restoring {}

    /// Nothing was changed.
    record Refused(Phrase why) implements Restoring {}

    /// Another process has the history open; nothing was changed.
    record Busy(Phrase why) implements Restoring {}

    /// Checks the backup, every row of it, before anything is replaced. The history must not be open.
    ///
    /// @param backup as [Database#backup] wrote it
    static Restoring of(Path backup, Path folder, Clock clock) {
        var storage = new Storage(new HistoryFiles(folder), Engine.DURABLE, clock);
        try {
            storage.files().createFolder();
            Optional<FolderLock> lock = FolderLock.take(storage.files());
            if (lock.isEmpty()) {
                return new Busy(Phrase.of("history.restore.busy", storage.files().file().toString()));
            }
            try (FolderLock _ = lock.get()) {
                return checked(backup, storage);
            } finally {
                Files.deleteIfExists(storage.files().building());
            }
        } catch (IOException | SQLException | MVStoreException failed) {
            return new Refused(Phrase.of("history.restore.failed", backup.toString(),
                    Trouble.of(failed, folder).detail()));
        }
    }

    private static Restoring checked(Path backup, Storage storage) throws IOException, SQLException {
        HistoryFiles files = storage.files();
        files.create(files.building());
        if (!unpack(backup, files.building())) {
            return new Refused(Phrase.of("history.restore.other", backup.toString()));
        }
        int version = readThrough(storage.engine().file(files.building()));
        if (version == 0) {
            return new Refused(Phrase.of("history.restore.other", backup.toString()));
        }
        if (version > Schema.CURRENT) {
            return new Refused(Phrase.of("history.restore.newer", backup.toString(), Integer.toString(version),
                    Integer.toString(Schema.CURRENT)));
        }
        storage.migrateBuilding();
        return new Restored(files.replace("replaced", storage.clock().instant()));
    }

    /// Whether there was a database in it.
    private static boolean unpack(Path backup, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(backup); ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".mv.db")) {
                    try (OutputStream out = Files.newOutputStream(into)) {
                        return zip.transferTo(out) > 0;
                    }
                }
            }
            return false;
        }
    }

    /// The version of its schema.
    private static int readThrough(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution true");
            for (String table : TableCopy.tables(connection)) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
            return Schema.version(connection);
        } finally {
            Live.drop(source);
        }
    }
}
