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
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/// One row for each line of the ledger, each task that ran on Spot and each interval in which somebody looked; and for
/// counts and rates the [LedgerDays], which are made of these rows.
public final class H2LedgerStore implements LedgerStore {

    private static final long QUARTER_SECONDS = 900;
    /// Of a task that runs.
    private static final OffsetDateTime NEVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");
    private static final String OF_SERVICE = " where place = :place and cluster = :cluster and service = :service ";
    private static final Comparator<Placed> NEWEST_FIRST = Comparator.comparing((Placed one) -> one.mark().at())
            .thenComparing(one -> one.mark().id()).reversed();

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
            var changed = new LinkedHashSet<LedgerDays.Day>();
            for (LedgerEntry entry : entries) {
                Optional<Row> there = there(handle, place, entry);
                LedgerEntry joined = there.flatMap(Row::entry).map(before -> joined(before, entry)).orElse(entry);
                String body = Json.text(joined);
                if (there.map(Row::body).filter(body::equals).isEmpty()) {
                    there.flatMap(Row::entry).ifPresent(before -> changed.add(day(before)));
                    changed.add(day(joined));
                    of(joined.service(), handle.createUpdate("""
                            merge into ledger_entry key(place, kind, id)
                            values(:place, :cluster, :service, :kind, :id, :at, :ran, :replaced, :wait, :body)"""),
                            place)
                            .bind("kind", joined.kind().name()).bind("id", joined.id()).bind("at", utc(joined.at()))
                            .bind("ran", joined instanceof Interruption one && one.startedAt().isPresent())
                            .bind("replaced", joined instanceof Interruption one && one.replacement().isPresent())
                            .bind("wait", joined instanceof Interruption one
                                    ? one.timeToReplacement().map(Duration::toMillis).orElse(null) : null)
                            .bind("body", body).execute();
                }
            }
            LedgerDays.lines(handle, place, changed);
            return null;
        });
    }

    private static LedgerDays.Day day(LedgerEntry entry) {
        return LedgerDays.Day.of(entry.service(), entry.at());
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
        if (tasks.isEmpty()) {
            return;
        }
        database.write(handle -> {
            String those = " from ledger_entry where place = :place and kind = 'INTERRUPTION' and id in (<tasks>)";
            Set<LedgerDays.Day> changed = handle.createQuery("select cluster, service, happened_at" + those)
                    .bind("place", place).bindList("tasks", List.copyOf(tasks))
                    .map((row, _) -> LedgerDays.Day.of(service(row),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                    .collect(Collectors.toSet());
            handle.createUpdate("delete" + those).bind("place", place).bindList("tasks", List.copyOf(tasks)).execute();
            LedgerDays.lines(handle, place, changed);
            return null;
        });
    }

    /// A service at a time and in the order of the index, which then gives no more rows than are wanted.
    @Override
    public List<LedgerEntry> read(String place, Set<ServiceKey> services, TimeRange range, Optional<Mark> after,
            int most) {
        String rest = after.isEmpty() ? ""
                : "and happened_at <= :last and (happened_at < :last or id < :id) ";
        List<Placed> rows = database.read(handle -> {
            var found = new ArrayList<Placed>();
            for (ServiceKey service : services) {
                Query query = of(service, handle.createQuery("select kind, body, happened_at, id from ledger_entry"
                        + OF_SERVICE + "and happened_at >= :from and happened_at < :to " + rest
                        + "order by place, cluster, service, happened_at desc, id desc limit :most"), place)
                        .bind("most", most);
                after.ifPresent(mark -> query.bind("last", utc(mark.at())).bind("id", mark.id()));
                found.addAll(in(range, query).map((row, _) -> new Placed(
                        new Mark(row.getObject(3, OffsetDateTime.class).toInstant(), row.getString(4)), row(row)))
                        .list());
            }
            return found;
        });
        return rows.stream().sorted(NEWEST_FIRST).limit(most).flatMap(one -> one.row().entry().stream()).toList();
    }

    /// What is given in the end is made of the JSON, and nothing else.
    private record Placed(Mark mark, Row row) {}

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
        return database.read(handle -> {
            var briefs = new ArrayList<Brief>();
            LedgerDays.tell(handle, place, service, range, line -> {
                if (line.kind() == Kind.INTERRUPTION) {
                    briefs.add(new Brief(line.at(), line.ran(), line.replaced(), line.waited() < 0 ? Optional.empty()
                            : Optional.of(Duration.ofMillis(line.waited()))));
                }
            });
            return briefs;
        });
    }

    @Override
    public List<Count> counts(String place, ServiceKey service, TimeRange range) {
        return database.read(handle -> {
            var sums = new TreeMap<Instant, Map<Kind, Integer>>();
            LedgerDays.tell(handle, place, service, range, line -> sums
                    .computeIfAbsent(quarter(line.at()), _ -> new EnumMap<>(Kind.class))
                    .merge(line.kind(), 1, Integer::sum));
            return sums.entrySet().stream().flatMap(one -> one.getValue().entrySet().stream()
                    .map(kind -> new Count(one.getKey(), kind.getKey(), kind.getValue()))).toList();
        });
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
            var changed = new LinkedHashSet<LedgerDays.Day>();
            for (SpotRun run : runs) {
                Optional<SpotRun> before = there(handle, place, run);
                if (before.filter(run::equals).isEmpty()) {
                    before.ifPresent(one -> changed.add(day(one)));
                    changed.add(day(run));
                    of(run.service(), batch, place).bind("task", run.task()).bind("started", utc(run.startedAt()))
                            .bind("ended", ended(run)).add();
                }
            }
            batch.execute();
            LedgerDays.runs(handle, place, changed);
            return null;
        });
    }

    private static OffsetDateTime ended(SpotRun run) {
        return run.endedAt().map(H2LedgerStore::utc).orElse(NEVER);
    }

    private static LedgerDays.Day day(SpotRun run) {
        return LedgerDays.Day.of(run.service(), ended(run).toInstant());
    }

    private static Optional<SpotRun> there(Handle handle, String place, SpotRun run) {
        return handle.createQuery("select * from ledger_run where place = :place and task = :task")
                .bind("place", place).bind("task", run.task()).map((row, _) -> run(row)).findOne();
    }

    @Override
    public List<SpotRun> running(String place, String cluster) {
        return database.read(handle -> handle.createQuery("""
                select * from ledger_run where place = :place and cluster = :cluster and ended_at = :never""")
                .bind("place", place).bind("cluster", cluster).bind("never", NEVER).map((row, _) -> run(row)).list());
    }

    @Override
    public int ran(String place, ServiceKey service, Watched watched) {
        return watched.parts().isEmpty() ? 0
                : database.read(handle -> LedgerDays.ran(handle, place, service, watched));
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
            LedgerDays.forget(handle, before);
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

    private static Instant quarter(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS);
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
