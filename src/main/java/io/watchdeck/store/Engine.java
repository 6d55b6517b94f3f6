package io.watchdeck.store;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// How H2 is asked to work.
///
/// @param writeDelayMillis how long a commit may wait before it is written. Only 0 keeps what was acknowledged when the
///                         process is killed; it is of the database, not of a connection
record Engine(int writeDelayMillis) {

    static final Engine DURABLE = new Engine(0);
    /// Of pages, in KiB. By itself H2 takes 64 MiB for each gibibyte of heap that there could be.
    private static final int CACHE_KIB = 16_384;

    /// With `async:`, because an interrupt of a thread that reads or writes would close an ordinary channel, and the
    /// database with it. Closed by `SHUTDOWN` alone.
    DataSource file(Path file) {
        return source("async:" + HistoryFiles.name(file) + ";WRITE_DELAY=" + writeDelayMillis);
    }

    DataSource readOnly(Path file) {
        return source("async:" + HistoryFiles.name(file) + ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1");
    }

    DataSource memory() {
        return source("mem:" + UUID.randomUUID());
    }

    private static DataSource source(String name) {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:" + name + ";CACHE_SIZE=" + CACHE_KIB
                + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        source.setUser("sa");
        return source;
    }
}
