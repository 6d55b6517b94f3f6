package io.watchdeck.store;

import io.watchdeck.model.Phrase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/// A database that is open now: one connection that writes and one that reads, each for one thread at a time. Reads take
/// a millisecond at most; a pool costs each of them more than the waiting.
final class Live {

    private static final Logger LOG = Logger.getLogger(Live.class.getName());

    private final DataSource source;
    private final Jdbi reader;
    private final Jdbi writer;
    private final Optional<Phrase> inMemory;
    private final ReentrantLock reading = new ReentrantLock();

    private Live(DataSource source, Connection reader, Connection writer, Optional<Phrase> inMemory) {
        this.source = source;
        this.reader = Jdbi.create(reader);
        this.writer = Jdbi.create(writer);
        this.inMemory = inMemory;
    }

    /// @param inMemory why it is not on the disk; empty when it is, or was not to be
    static Live of(DataSource source, Optional<Phrase> inMemory) throws SQLException {
        return new Live(source, source.getConnection(), source.getConnection(), inMemory);
    }

    Optional<Phrase> inMemory() {
        return inMemory;
    }

    <T> T read(HandleCallback<T, SQLException> work) throws SQLException {
        reading.lock();
        try {
            return reader.withHandle(work);
        } finally {
            reading.unlock();
        }
    }

    /// In one transaction. The caller sees to it that one writes at a time.
    <T> T write(HandleCallback<T, SQLException> work) throws SQLException {
        return writer.inTransaction(work);
    }

    /// A connection of its own, to be closed.
    Connection connect() throws SQLException {
        return source.getConnection();
    }

    void backup(Path target) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, target.toAbsolutePath().toString());
            backup.execute();
        }
    }

    /// Writes what is left to write and ends it, whatever state it is in.
    void close() {
        end(source, "shutdown");
    }

    /// Ends it without writing anything more.
    void drop() {
        drop(source);
    }

    static void close(DataSource source) {
        end(source, "shutdown");
    }

    /// With another delay first: H2 writes once more before it ends while commits are written at once.
    static void drop(DataSource source) {
        end(source, "set write_delay 60000", "shutdown immediately");
    }

    private static void end(DataSource source, String... how) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String command : how) {
                execute(statement, command);
            }
        } catch (SQLException alreadyEnded) {
            LOG.log(Level.FINE, "ending the history", alreadyEnded);
        }
    }

    private static void execute(Statement statement, String command) {
        try {
            statement.execute(command);
        } catch (SQLException failed) {
            LOG.log(Level.FINE, "ending the history", failed);
        }
    }
}
