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
/// both know the same the first counts, which is the newer; what was counted is added up. Of alarms both have their own:
/// whoever judges them makes one of what was found twice, and for that has to know until when the other has been judged.
record Joining(Database from, Database to) {

    private static final TimeRange EVER = new TimeRange(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    /// Their key says what is the same.
    private static final List<String> OF_ONE_KEY = List.of("fleet_event", "database_event", "state", "journal");
    private static final String JUDGED = "insert into stack_judged select ?, ? "
            + "where not exists (select 1 from stack_judged where stack = ?)";

    /// @throws IllegalStateException when one of them cannot be used
    void all() {
        Set<SeriesId> series = from.read(handle -> SeriesTable.all(handle.getConnection()).keySet());
        for (SeriesId id : series) {
            samples(id);
            for (Coverage part : new H2CoverageStore(from).read(id, EVER)) {
                new H2CoverageStore(to).add(Map.of(id, part));
            }
        }
        OF_ONE_KEY.forEach(this::rows);
        alarms();
        new H2LedgerStore(to).join(from);
        answers();
        new H2MeterStore(to).add(new H2MeterStore(from).read(FIRST, LAST));
    }

    /// All of them or none: an occurrence without its changes would say that nothing happened to it.
    private void alarms() {
        List<Object[]> occurrences = from.read(handle -> rows(handle.getConnection(), "select * from occurrence"));
        List<Object[]> changes = from.read(handle -> rows(handle.getConnection(), """
                select occurrence, stack, happened_at, what, tells, body from occurrence_change order by number"""));
        List<Object[]> judged =
                from.read(handle -> rows(handle.getConnection(), "select stack, until_at, stack from stack_judged"));
        to.write(handle -> {
            put(handle.getConnection(), "merge into occurrence values(?, ?, ?, ?, ?, ?, ?, ?)", occurrences);
            put(handle.getConnection(),
                    "insert into occurrence_change(occurrence, stack, happened_at, what, tells, body) "
                            + "values(?, ?, ?, ?, ?, ?)",
                    changes);
            return put(handle.getConnection(), JUDGED, judged);
        });
    }

    /// After those that are there: in the order in which they came.
    private void answers() {
        List<Object[]> frames = from.read(handle -> rows(handle.getConnection(), """
                select place, session_at, from_at, to_at, whole, body from answer_frame order by number"""));
        to.write(handle -> put(handle.getConnection(), """
                insert into answer_frame(place, session_at, from_at, to_at, whole, body)
                values(?, ?, ?, ?, ?, ?)""", frames));
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
        List<Object[]> rows = from.read(handle -> rows(handle.getConnection(), "select * from " + table));
        if (!rows.isEmpty()) {
            to.write(handle -> put(handle.getConnection(), "merge into " + table + " values(?"
                    + ", ?".repeat(rows.getFirst().length - 1) + ")", rows));
        }
    }

    private static List<Object[]> rows(Connection connection, String query) throws SQLException {
        var rows = new ArrayList<Object[]>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
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

    private static int[] put(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    put.setObject(i + 1, row[i]);
                }
                put.addBatch();
            }
            return rows.isEmpty() ? new int[0] : put.executeBatch();
        }
    }
}
