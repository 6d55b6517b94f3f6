package io.watchdeck.architecture.planted.databaseonlyinstore.metrics;

import io.watchdeck.architecture.planted.Wrong;
import java.sql.SQLException;

@Wrong
public final class SqlLeak {
    void read() throws SQLException {}
}
