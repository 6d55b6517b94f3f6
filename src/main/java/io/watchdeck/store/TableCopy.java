package io.watchdeck.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Copies what can still be read of one database into another of the same schema.
final class TableCopy {

    private static final int BATCH = 500;

    private TableCopy() {}

    /// What cannot be read ends the copy of its table, and of no other table.
    ///
    /// @param from asks lazily, so that the rows before an unreadable one come
    static void all(Connection from, Connection to) throws SQLException {
        to.setAutoCommit(false);
        for (String table : tables(to)) {
            try (Statement statement = from.createStatement();
                    ResultSet rows = statement.executeQuery("select * from " + table)) {
                copy(rows, table, to);
            } catch (SQLException unreadable) {
                // What came before it is worth having.
                to.commit();
            }
        }
        to.setAutoCommit(true);
    }

    /// The tables of the product, without Flyway's own.
    static List<String> tables(Connection database) throws SQLException {
        var names = new ArrayList<String>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'PUBLIC' and table_name <> 'schema_version' order by table_name""")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static void copy(ResultSet rows, String table, Connection to) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        try (PreparedStatement insert = to.prepareStatement(
                "insert into " + table + " values(?" + ", ?".repeat(columns - 1) + ")")) {
            try {
                for (int row = 1; rows.next(); row++) {
                    for (int i = 1; i <= columns; i++) {
                        insert.setObject(i, rows.getObject(i));
                    }
                    insert.addBatch();
                    if (row % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
            } finally {
                insert.executeBatch();
            }
        }
        to.commit();
    }
}
