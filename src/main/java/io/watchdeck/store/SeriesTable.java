package io.watchdeck.store;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.StackId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// The short numbers by which rows name their series. Nothing is remembered here: the database may be another one at
/// the next call.
final class SeriesTable {

    private SeriesTable() {}

    static OptionalInt find(Connection connection, SeriesId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id from series where stack = ? and metric = ? and component = ?")) {
            name(select, 1, id);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? OptionalInt.of(found.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    /// Its number, a new one where it has none. Only for the one who writes.
    static int intern(Connection connection, SeriesId id) throws SQLException {
        OptionalInt known = find(connection, id);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into series select coalesce(max(id), 0) + 1, ?, ?, ? from series")) {
            name(insert, 1, id);
            insert.executeUpdate();
        }
        return find(connection, id).orElseThrow();
    }

    /// All there are, in the order in which they came.
    static Map<SeriesId, Integer> all(Connection connection) throws SQLException {
        var all = new LinkedHashMap<SeriesId, Integer>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select stack, metric, component, id from series order by id")) {
            while (found.next()) {
                all.put(new SeriesId(new StackId(found.getString(1)), found.getString(2), found.getString(3)),
                        found.getInt(4));
            }
        }
        return all;
    }

    private static void name(PreparedStatement statement, int first, SeriesId id) throws SQLException {
        statement.setString(first, id.stack().value());
        statement.setString(first + 1, id.metric());
        statement.setString(first + 2, id.component());
    }
}
