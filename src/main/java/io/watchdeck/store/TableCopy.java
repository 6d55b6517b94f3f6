package io.watchdeck.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Copies what can still be read of one database into another of the same schema.
final class TableCopy {

    private static final Logger LOG = Logger.getLogger(TableCopy.class.getName());
    private static final int BATCH = 500;
    private static final String SERIES = "SERIES";
    private static final String SAMPLES = "METRIC_BLOCK";
    private static final String COVERAGE = "COVERAGE";
    /// Their rows name a series by its number.
    private static final List<String> OF_SERIES = List.of(SAMPLES, COVERAGE);

    private TableCopy() {}

    /// What cannot be read ends the copy of its table, and of no other table. What is left then says nothing that the
    /// whole did not: samples and coverage whose series is lost do not come, for their number is given to another one; and
    /// where samples are lost no coverage comes, so that AWS is asked for them again.
    ///
    /// @param from asks lazily, so that the rows before an unreadable one come
    static void all(Connection from, Connection to) throws SQLException {
        to.setAutoCommit(false);
        var broken = new HashSet<String>();
        for (String table : inOrder(tables(to))) {
            if (table.equals(COVERAGE) && broken.contains(SAMPLES)) {
                continue;
            }
            if (!isWhole(from, table, to)) {
                broken.add(table);
            }
            if (broken.contains(SERIES) && OF_SERIES.contains(table)) {
                deleteNameless(table, to);
            }
            to.commit();
        }
        to.setAutoCommit(true);
    }

    /// What belongs to others comes after them: so what is there when the process is killed is true, too.
    private static List<String> inOrder(List<String> tables) {
        return Stream.concat(tables.stream().filter(table -> !OF_SERIES.contains(table)), OF_SERIES.stream()).toList();
    }

    /// Copies what can be read of one table.
    private static boolean isWhole(Connection from, String table, Connection to) {
        try (Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            copy(rows, table, to);
            return true;
        } catch (SQLException unreadable) {
            LOG.log(Level.WARNING, "History: not all of " + table + " can be read: " + unreadable.getMessage());
            return false;
        }
    }

    private static void deleteNameless(String table, Connection from) throws SQLException {
        try (Statement statement = from.createStatement()) {
            statement.executeUpdate("delete from " + table + " where series not in (select id from series)");
        }
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
    }
}
