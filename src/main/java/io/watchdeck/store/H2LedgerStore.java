package io.watchdeck.store;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.LedgerEntry.Kind;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.fleet.ledger.SpotRun;
import io.watchdeck.fleet.ledger.Watched;
import io.watchdeck.model.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/// One row for each line of the ledger, each task that ran on Spot and each interval in which somebody looked.
public final class H2LedgerStore implements LedgerStore {

    private static final int QUARTER_SECONDS = 900;
    /// Of a task that runs.
    private static final OffsetDateTime NEVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");
    private static final String OF_SERVICE = " where place = :place and cluster = :cluster and service = :service ";
    private static final Comparator<LedgerEntry> NEWEST_FIRST =
            Comparator.comparing(LedgerEntry::at).thenComparing(LedgerEntry::id).reversed();

    private final Database database;

    public H2LedgerStore(Database database) {
        this.database = database;
    }

    private record Row(Kind kind, String body) {

        Optional<LedgerEntry> entry() {
            return Json.grown(body, switch (kind) {
                case INTERRUPTION -> Interruption.class;
                case PLACEMENT_FAILURE -> PlacementFailure.class;
            });
        }
    }

    @Override
    public void put(String place, Collection<? extends LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        database.write(handle -> {
            for (LedgerEntry entry : entries) {
                Optional<Row> there = there(handle, place, entry);
                LedgerEntry joined = there.flatMap(Row::entry).map(before -> joined(before, entry)).orElse(entry);
                String body = Json.text(joined);
                if (there.map(Row::body).filter(body::equals).isEmpty()) {
                    of(joined.service(), handle.createUpdate("""
                            merge into ledger_entry key(place, kind, id)
                            values(:place, :cluster, :service, :kind, :id, :at, :quarter, :ran, :replaced, :wait,
                            :body)"""), place)
                            .bind("kind", joined.kind().name()).bind("id", joined.id()).bind("at", utc(joined.at()))
                            .bind("quarter", quarter(joined.at()))
                            .bind("ran", joined instanceof Interruption one && one.startedAt().isPresent())
                            .bind("replaced", joined instanceof Interruption one && one.replacement().isPresent())
                            .bind("wait", joined instanceof Interruption one
                                    ? one.timeToReplacement().map(Duration::toMillis).orElse(null) : null)
                            .bind("body", body).execute();
                }
            }
            return null;
        });
    }

    private static Optional<Row> there(Handle handle, String place, LedgerEntry entry) {
        return handle.createQuery("""
                select kind, body from ledger_entry where place = :place and kind = :kind and id = :id""")
                .bind("place", place).bind("kind", entry.kind().name()).bind("id", entry.id())
                .map((row, _) -> row(row)).findOne();
    }

    /// An event never changes.
    private static LedgerEntry joined(LedgerEntry before, LedgerEntry later) {
        return before instanceof Interruption one && later instanceof Interruption other ? one.with(other) : before;
    }

    @Override
    public void withdraw(String place, Collection<String> tasks) {
        if (!tasks.isEmpty()) {
            database.write(handle -> handle.createUpdate(
                    "delete from ledger_entry where place = :place and kind = 'INTERRUPTION' and id in (<tasks>)")
                    .bind("place", place).bindList("tasks", List.copyOf(tasks)).execute());
        }
    }

    /// A service at a time and in the order of the index, which then gives no more rows than are wanted.
    @Override
    public List<LedgerEntry> read(String place, Set<ServiceKey> services, TimeRange range, Optional<Mark> after,
            int most) {
        String rest = after.isEmpty() ? ""
                : "and happened_at <= :last and (happened_at < :last or id < :id) ";
        List<Row> rows = database.read(handle -> {
            var found = new ArrayList<Row>();
            for (ServiceKey service : services) {
                Query query = of(service, handle.createQuery("select kind, body from ledger_entry" + OF_SERVICE
                        + "and happened_at >= :from and happened_at < :to " + rest
                        + "order by place, cluster, service, happened_at desc, id desc limit :most"), place)
                        .bind("most", most);
                after.ifPresent(mark -> query.bind("last", utc(mark.at())).bind("id", mark.id()));
                found.addAll(in(range, query).map((row, _) -> row(row)).list());
            }
            return found;
        });
        return rows.stream().flatMap(row -> row.entry().stream()).sorted(NEWEST_FIRST).limit(most).toList();
    }

    @Override
    public List<Interruption> interruptions(String place, ServiceKey service, TimeRange range) {
        return database.read(handle -> in(range, of(service, handle.createQuery(
                "select kind, body from ledger_entry" + OF_SERVICE
                        + "and happened_at >= :from and happened_at < :to and kind = 'INTERRUPTION' "
                        + "order by happened_at, id"),
                place)).map((row, _) -> row(row)).list()).stream().flatMap(row -> row.entry().stream())
                .map(Interruption.class::cast).toList();
    }

    @Override
    public List<Brief> briefs(String place, ServiceKey service, TimeRange range) {
        return database.read(handle -> in(range, of(service, handle.createQuery(
                "select happened_at, ran, replaced, wait_millis from ledger_entry" + OF_SERVICE
                        + "and happened_at >= :from and happened_at < :to and kind = 'INTERRUPTION' "
                        + "order by happened_at, id"),
                place)).map(
                        (row, _) -> new Brief(row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getBoolean(2), row.getBoolean(3),
                                Optional.ofNullable(row.getObject(4, Long.class)).map(Duration::ofMillis)))
                .list());
    }

    @Override
    public List<Count> counts(String place, ServiceKey service, TimeRange range) {
        return database.read(handle -> of(service, handle.createQuery(
                "select quarter, kind, count(*) as n from ledger_entry" + OF_SERVICE
                        + "and quarter >= :first and quarter <= :last and happened_at >= :from and happened_at < :to "
                        + "group by quarter, kind order by quarter, kind"),
                place).bind("first", quarter(range.from())).bind("last", quarter(range.to()))
                .bind("from", utc(range.from())).bind("to", utc(range.to()))
                .map((row, _) -> new Count(Instant.ofEpochSecond((long) row.getInt(1) * QUARTER_SECONDS),
                        Kind.valueOf(row.getString(2)), row.getInt(3)))
                .list());
    }

    @Override
    public void ran(String place, Collection<SpotRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    merge into ledger_run key(place, task)
                    values(:place, :cluster, :service, :task, :started, :ended)""");
            runs.stream().filter(run -> !isThere(handle, place, run)).forEach(run -> of(run.service(), batch, place)
                    .bind("task", run.task()).bind("started", utc(run.startedAt()))
                    .bind("ended", run.endedAt().map(H2LedgerStore::utc).orElse(NEVER)).add());
            return batch.execute();
        });
    }

    private static boolean isThere(Handle handle, String place, SpotRun run) {
        return handle.createQuery("select * from ledger_run where place = :place and task = :task")
                .bind("place", place).bind("task", run.task()).map((row, _) -> run(row)).findOne()
                .filter(run::equals).isPresent();
    }

    @Override
    public List<SpotRun> running(String place, String cluster) {
        return database.read(handle -> handle.createQuery("""
                select * from ledger_run where place = :place and cluster = :cluster and ended_at = :never""")
                .bind("place", place).bind("cluster", cluster).bind("never", NEVER).map((row, _) -> run(row)).list());
    }

    /// All of the time from the first look to the last, without those that ran in a gap only.
    @Override
    public int ran(String place, ServiceKey service, Watched watched) {
        if (watched.parts().isEmpty()) {
            return 0;
        }
        var all = new TimeRange(watched.parts().getFirst().from(), watched.parts().getLast().to());
        return database.read(handle -> {
            int ran = count(handle, place, service, "and ended_at > :from and started_at < :to", all);
            for (TimeRange gap : watched.gaps(all)) {
                ran -= count(handle, place, service,
                        "and ended_at > :from and ended_at <= :to and started_at >= :from", gap);
            }
            return ran;
        });
    }

    private static int count(Handle handle, String place, ServiceKey service, String which, TimeRange range) {
        return in(range, of(service, handle.createQuery("select count(*) from ledger_run" + OF_SERVICE + which),
                place)).mapTo(Integer.class).one();
    }

    @Override
    public void looked(String place, Map<ServiceKey, TimeRange> looks) {
        if (looks.isEmpty()) {
            return;
        }
        database.write(handle -> {
            looks.forEach((what, look) -> looked(handle, place, what, look));
            return null;
        });
    }

    private static void looked(Handle handle, String place, ServiceKey what, TimeRange look) {
        List<TimeRange> met = of(what, handle.createQuery("select from_at, to_at from ledger_watched" + OF_SERVICE
                + "and from_at <= :to and to_at >= :from"), place)
                .bind("from", utc(look.from())).bind("to", utc(look.to())).map((row, _) -> range(row)).list();
        if (met.stream().anyMatch(one -> !one.from().isAfter(look.from()) && !one.to().isBefore(look.to()))) {
            return;
        }
        if (met.size() == 1 && !look.from().isBefore(met.getFirst().from())) {
            of(what, handle.createUpdate("update ledger_watched set to_at = :to" + OF_SERVICE + "and from_at = :from"),
                    place).bind("to", utc(look.to())).bind("from", utc(met.getFirst().from())).execute();
            return;
        }
        met.forEach(one -> of(what, handle.createUpdate("delete from ledger_watched" + OF_SERVICE
                + "and from_at = :from"), place).bind("from", utc(one.from())).execute());
        var all = new ArrayList<>(met);
        all.add(look);
        Watched.of(all).parts().forEach(one -> of(what, handle.createUpdate(
                "insert into ledger_watched values(:place, :cluster, :service, :from, :to)"), place)
                .bind("from", utc(one.from())).bind("to", utc(one.to())).execute());
    }

    @Override
    public Watched watched(String place, ServiceKey what, TimeRange range) {
        return Watched.of(database.read(handle -> in(range, of(what, handle.createQuery(
                "select from_at, to_at from ledger_watched" + OF_SERVICE + "and to_at > :from and from_at < :to"),
                place)).map((row, _) -> range(row)).list())).within(range);
    }

    @Override
    public Optional<Instant> since(String place, ServiceKey what) {
        return database.read(handle -> of(what, handle.createQuery(
                "select from_at, to_at from ledger_watched" + OF_SERVICE + "order by from_at limit 1"), place)
                .map((row, _) -> range(row).from()).findOne());
    }

    /// Adds what another one holds; of what both know the other's is the newer.
    void join(Database other) {
        List<Map.Entry<String, Row>> entries = other.read(handle -> handle.createQuery(
                "select place, kind, body from ledger_entry")
                .map((row, _) -> Map.entry(row.getString("place"), row(row))).list());
        entries.stream().collect(Collectors.groupingBy(Map.Entry::getKey)).forEach((place, rows) -> put(place,
                rows.stream().flatMap(row -> row.getValue().entry().stream()).toList()));
        List<Map.Entry<String, SpotRun>> runs = other.read(handle -> handle.createQuery("select * from ledger_run")
                .map((row, _) -> Map.entry(row.getString("place"), run(row))).list());
        runs.stream().collect(Collectors.groupingBy(Map.Entry::getKey)).forEach((place, some) -> ran(place,
                some.stream().map(Map.Entry::getValue).toList()));
        other.read(handle -> handle.createQuery("select * from ledger_watched")
                .map((row, _) -> Map.entry(row.getString("place"), Map.of(service(row), range(row)))).list())
                .forEach(look -> looked(look.getKey(), look.getValue()));
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> {
            for (String old : List.of("ledger_entry where happened_at", "ledger_run where ended_at",
                    "ledger_watched where to_at")) {
                handle.createUpdate("delete from " + old + " < :before").bind("before", utc(before)).execute();
            }
            return null;
        });
    }

    private static <S extends SqlStatement<S>> S of(ServiceKey service, S statement, String place) {
        return statement.bind("place", place).bind("cluster", service.cluster()).bind("service", service.service());
    }

    private static Query in(TimeRange range, Query query) {
        return query.bind("from", utc(range.from())).bind("to", utc(range.to()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int quarter(Instant at) {
        return Math.toIntExact(Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Kind.valueOf(row.getString("kind")), row.getString("body"));
    }

    private static SpotRun run(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new SpotRun(service(row), row.getString("task"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended.isEqual(NEVER) ? Optional.empty() : Optional.of(ended.toInstant()));
    }

    private static ServiceKey service(ResultSet row) throws SQLException {
        return new ServiceKey(row.getString("cluster"), row.getString("service"));
    }

    private static TimeRange range(ResultSet row) throws SQLException {
        return new TimeRange(row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("to_at", OffsetDateTime.class).toInstant());
    }
}
