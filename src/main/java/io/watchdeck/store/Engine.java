package io.watchdeck.store;

import java.nio.file.Path;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/// How H2 is asked to work.
///
/// @param writeDelayMillis how long a commit may wait before it is written. Only 0 keeps what was acknowledged when the
///                         process is killed; it is of the database, not of a connection
record Engine(int writeDelayMillis) {

    static final Engine DURABLE = new Engine(0);

    /// One of each stack's readers, the writer, and the screen.
    private static final int CONNECTIONS = 8;

    /// With `async:`, because an interrupt of a thread that reads or writes would close an ordinary channel, and the
    /// database with it. Closed by `SHUTDOWN` alone.
    JdbcConnectionPool file(Path file) {
        return pool("async:" + HistoryFiles.name(file) + ";WRITE_DELAY=" + writeDelayMillis);
    }

    JdbcConnectionPool readOnly(Path file) {
        return pool("async:" + HistoryFiles.name(file) + ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1");
    }

    JdbcConnectionPool memory() {
        return pool("mem:" + UUID.randomUUID());
    }

    private static JdbcConnectionPool pool(String name) {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:" + name
                + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0", "sa", "");
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }
}
