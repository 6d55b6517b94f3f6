package io.watchdeck.store;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.CoverageStore;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
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
            return series.isEmpty() ? List.<Coverage>of() : touching(handle, series.getAsInt(), range).stream()
                    .flatMap(one -> one.within(range).stream()).toList();
        });
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from coverage where to_second <= :before")
                .bind("before", before.getEpochSecond()).execute());
    }

    private static void add(Handle handle, int series, Coverage newer) {
        List<Coverage> older = touching(handle, series, newer.range());
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
    private static List<Coverage> touching(Handle handle, int series, TimeRange range) {
        return handle.createQuery("""
                select from_second, to_second, reason from coverage
                where series = :series and from_second <= :to and to_second >= :from order by from_second""")
                .bind("series", series).bind("from", range.from().getEpochSecond())
                .bind("to", range.to().getEpochSecond())
                .map((row, _) -> coverage(row.getLong("from_second"), row.getLong("to_second"),
                        Optional.ofNullable(row.getString("reason")).map(H2CoverageStore::reason)))
                .list();
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
