package io.watchdeck.store;

import io.watchdeck.model.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/// Where a database is kept: makes, opens, migrates and sets aside its file, or keeps one in memory instead.
///
/// A new file and a migrated one are made beside and put in place when they are whole, so that a kill at any moment
/// leaves either the old database or the new one.
record Storage(HistoryFiles files, Engine engine, Clock clock) {

    private static final Logger LOG = Logger.getLogger(Storage.class.getName());

    /// Opens the file; makes it, or a newer version of it, first where that is needed.
    ///
    /// @throws NewerSchema when a newer version of the program wrote it, which leaves it untouched
    Live onDisk() throws SQLException, IOException, NewerSchema {
        files.createFolder();
        if (!Files.exists(files.file())) {
            build(Optional.empty());
        }
        if (Files.size(files.file()) == 0) {
            // H2 would begin a new database in it and tell nobody.
            throw damaged("empty");
        }
        OptionalLong closedAt = FileHeader.closedAt(files.file());
        DataSource source = engine.file(files.file());
        int version = wholeOrDrop(source, closedAt);
        if (version == Schema.CURRENT) {
            return Live.of(source, Optional.empty());
        }
        Live.drop(source);
        if (version == 0) {
            // Only whole ones are put in place: this one lost its tables.
            throw damaged("no tables");
        }
        if (version > Schema.CURRENT) {
            throw new NewerSchema(version);
        }
        build(Optional.of(files.file()));
        return Live.of(engine.file(files.file()), Optional.empty());
    }

    /// A new file with what can still be read of the damaged one, which is set aside.
    Live afresh(Path setAside) throws SQLException, IOException, NewerSchema {
        Live fresh = onDisk();
        copy(setAside, fresh);
        return fresh;
    }

    Path setAside(String why) throws IOException {
        return files.setAside(why, clock.instant());
    }

    /// An empty database in memory.
    ///
    /// @param why it is not on the disk; empty where that was not wanted
    Live temporary(Optional<Phrase> why) {
        DataSource source = engine.memory();
        Schema.migrate(source);
        try {
            return Live.of(source, why);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A database in memory with what can be read of the file.
    Live inMemory(Phrase why) {
        Live memory = temporary(Optional.of(why));
        if (Files.isReadable(files.file())) {
            copy(files.file(), memory);
        }
        return memory;
    }

    /// Makes a database of the current schema, empty or from an earlier one, and puts it in place. One that fails leaves
    /// nothing of it.
    void build(Optional<Path> earlier) throws IOException, SQLException {
        try {
            files.create(files.building());
            if (earlier.isPresent()) {
                // Copies the content into the file that is there, with its permissions.
                try (var out = Files.newOutputStream(files.building())) {
                    Files.copy(earlier.get(), out);
                }
            }
            migrateBuilding();
            files.putInPlace();
        } finally {
            // Half of one would only take room, of which there may be none.
            Files.deleteIfExists(files.building());
        }
    }

    /// @throws SQLException when it fails; what was being built is then of no use
    void migrateBuilding() throws SQLException {
        DataSource source = engine.file(files.building());
        try {
            Schema.migrate(source);
        } catch (FlywayException failed) {
            Live.drop(source);
            throw new SQLException("migration failed", failed);
        }
        Live.close(source);
    }

    /// The version of its schema.
    ///
    /// @param closedAt H2 goes back to an older state where the newest cannot be read, and tells nobody
    private static int wholeOrDrop(DataSource source, OptionalLong closedAt) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (closedAt.isPresent() && FileHeader.version(connection) < closedAt.getAsLong()) {
                throw damaged("what was written last cannot be read");
            }
            return Schema.version(connection);
        } catch (SQLException failed) {
            Live.drop(source);
            throw failed;
        }
    }

    private static SQLException damaged(String how) {
        return new SQLException(how, "", ErrorCode.FILE_CORRUPTED_1);
    }

    private void copy(Path from, Live to) {
        DataSource source = engine.readOnly(from);
        try (Connection old = source.getConnection(); Connection young = to.connect()) {
            if (Schema.version(old) == Schema.CURRENT) {
                TableCopy.all(old, young);
            }
        } catch (SQLException | MVStoreException unreadable) {
            LOG.log(Level.FINE, "nothing can be read of " + from, unreadable);
        }
        Live.drop(source);
    }

    /// Written by a newer version of the program.
    static final class NewerSchema extends Exception {

        private static final long serialVersionUID = 1;
        private final int version;

        NewerSchema(int version) {
            super("schema " + version);
            this.version = version;
        }

        int version() {
            return version;
        }
    }
}
