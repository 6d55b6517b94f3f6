package io.watchdeck.store;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.CoverageStore;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each time in which the same is true: a figure that is read all day is one row.
public final class H2CoverageStore implements CoverageStore {

    private final Database database;

    public H2CoverageStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Map<SeriesId, Coverage> coverage) {
        database.write(handle -> {
            for (var entry : coverage.entrySet()) {
                long from = entry.getValue().range().from().getEpochSecond();
                long to = entry.getValue().range().to().getEpochSecond();
                if (from < to) {
                    add(handle, SeriesTable.intern(handle.getConnection(), entry.getKey()),
                            coverage(from, to, entry.getValue().missed()));
                }
            }
            return null;
        });
    }

    @Override
    public List<Coverage> read(SeriesId id, TimeRange range) {
        return database.read(handle -> {
            OptionalInt series = SeriesTable.find(handle.getConnection(), id);
            return series.isEmpty() ? List.<Coverage>of() : within(handle.getConnection(), series.getAsInt(), range);
        });
    }

    @Override
    public Map<SeriesId, List<Coverage>> read(Collection<SeriesId> ids, TimeRange range) {
        return database.read(handle -> {
            Map<SeriesId, Integer> numbers = SeriesTable.all(handle.getConnection());
            var all = new HashMap<SeriesId, List<Coverage>>();
            for (SeriesId id : ids) {
                Integer series = numbers.get(id);
                all.put(id, series == null ? List.of() : within(handle.getConnection(), series, range));
            }
            return all;
        });
    }

    private static List<Coverage> within(Connection connection, int series, TimeRange range) throws SQLException {
        return touching(connection, series, range).stream().flatMap(one -> one.within(range).stream()).toList();
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from coverage where to_second <= :before")
                .bind("before", before.getEpochSecond()).execute());
    }

    private static void add(Handle handle, int series, Coverage newer) throws SQLException {
        List<Coverage> older = touching(handle.getConnection(), series, newer.range());
        handle.createUpdate("delete from coverage where series = :series and from_second between :first and :last")
                .bind("series", series)
                .bind("first", older.isEmpty() ? newer.range().from().getEpochSecond()
                        : older.getFirst().range().from().getEpochSecond())
                .bind("last", newer.range().to().getEpochSecond()).execute();
        PreparedBatch batch = handle.prepareBatch("insert into coverage values(:series, :from, :to, :reason)");
        Coverage.together(older, newer).forEach(one -> batch.bind("series", series)
                .bind("from", one.range().from().getEpochSecond()).bind("to", one.range().to().getEpochSecond())
                .bind("reason", one.missed().map(Failure.Kind::word).orElse(null)).add());
        batch.execute();
    }

    /// In order of time; neighbours belong to it.
    private static List<Coverage> touching(Connection connection, int series, TimeRange range) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select from_second, to_second, reason from coverage
                where series = ? and from_second <= ? and to_second >= ? order by from_second""")) {
            select.setInt(1, series);
            select.setLong(2, range.to().getEpochSecond());
            select.setLong(3, range.from().getEpochSecond());
            var found = new ArrayList<Coverage>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(coverage(rows.getLong(1), rows.getLong(2),
                            Optional.ofNullable(rows.getString(3)).map(H2CoverageStore::reason)));
                }
            }
            return found;
        }
    }

    private static Coverage coverage(long from, long to, Optional<Failure.Kind> missed) {
        return new Coverage(new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)), missed);
    }

    /// A word that this version does not know is still a reason.
    private static Failure.Kind reason(String word) {
        for (Failure.Kind kind : Failure.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return Failure.Kind.UNEXPECTED;
    }
}
