package io.watchdeck.store;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Adds what one database holds to another, which may hold other things of the same series, days and questions. Where
/// both know the same the first counts, which is the newer; what was counted is added up.
record Joining(Database from, Database to) {

    private static final TimeRange EVER = new TimeRange(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    /// Their key says what is the same.
    private static final List<String> OF_ONE_KEY = List.of("fleet_event", "state", "journal");

    /// @throws IllegalStateException when one of them cannot be used
    void all() {
        Set<SeriesId> series = from.read(handle -> SeriesTable.all(handle.getConnection()));
        for (SeriesId id : series) {
            samples(id);
            for (Coverage part : new H2CoverageStore(from).read(id, EVER)) {
                new H2CoverageStore(to).add(Map.of(id, part));
            }
        }
        OF_ONE_KEY.forEach(this::rows);
        new H2MeterStore(to).add(new H2MeterStore(from).read(FIRST, LAST));
    }

    private void samples(SeriesId id) {
        Map<Block, Series> added = from.read(handle -> whole(handle.getConnection(), id));
        to.write(handle -> {
            int series = SeriesTable.intern(handle.getConnection(), id);
            for (var block : added.entrySet()) {
                new BlockTable(handle.getConnection(), series, block.getKey()).add(block.getValue());
            }
            return series;
        });
    }

    private static Map<Block, Series> whole(Connection connection, SeriesId id) throws SQLException {
        Map<Block, Series> whole = new EnumMap<>(Block.class);
        OptionalInt series = SeriesTable.find(connection, id);
        if (series.isPresent()) {
            for (Block kind : Block.values()) {
                whole.put(kind, new BlockTable(connection, series.getAsInt(), kind).read(Integer.MIN_VALUE,
                        Integer.MAX_VALUE));
            }
        }
        return whole;
    }

    private void rows(String table) {
        List<Object[]> rows = from.read(handle -> rows(handle.getConnection(), table));
        if (!rows.isEmpty()) {
            to.write(handle -> put(handle.getConnection(), table, rows));
        }
    }

    private static List<Object[]> rows(Connection connection, String table) throws SQLException {
        var rows = new ArrayList<Object[]>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                var row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static int[] put(Connection connection, String table, List<Object[]> rows) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("merge into " + table + " values(?"
                + ", ?".repeat(rows.getFirst().length - 1) + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    merge.setObject(i + 1, row[i]);
                }
                merge.addBatch();
            }
            return merge.executeBatch();
        }
    }
}
