package io.watchdeck.store;

import io.watchdeck.model.Phrase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/// A database that is open now.
///
/// @param inMemory why it is not on the disk; empty when it is
record Live(JdbcConnectionPool pool, Jdbi jdbi, Optional<Phrase> inMemory) {

    private static final Logger LOG = Logger.getLogger(Live.class.getName());

    static Live of(JdbcConnectionPool pool, Optional<Phrase> inMemory) {
        return new Live(pool, Jdbi.create(pool), inMemory);
    }

    /// Ends it, whatever state it is in.
    void close() {
        close(pool, "shutdown");
    }

    /// Ends it without writing anything more.
    void drop() {
        close(pool, "shutdown immediately");
    }

    static void drop(JdbcConnectionPool pool) {
        close(pool, "shutdown immediately");
    }

    private static void close(JdbcConnectionPool pool, String how) {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(how);
        } catch (SQLException alreadyClosed) {
            LOG.log(Level.FINE, "closing the history", alreadyClosed);
        }
        pool.dispose();
    }
}
