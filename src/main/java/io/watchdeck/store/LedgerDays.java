package io.watchdeck.store;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.LedgerEntry.Kind;
import io.watchdeck.fleet.ledger.Watched;
import io.watchdeck.model.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The days of the ledger: what each day of UTC holds of a service, in one row. Whoever changes lines or runs says which
/// days that concerns; they are made anew from the lines and runs in the same transaction.
final class LedgerDays {

    private static final long DAY = 86_400_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final int FAILURE = 4;
    private static final int RAN = 2;
    private static final int REPLACED = 1;
    private static final int FLAGS = 8;
    /// Of what runs.
    private static final int NEVER = Math.toIntExact(LocalDate.of(9999, 12, 31).toEpochDay());
    private static final String NANOS =
            "datediff(nanosecond, timestamp with time zone '1970-01-01 00:00:00+00:00', ";
    private static final String WHERE =
            " where place = :place and cluster = :cluster and service = :service and ";
    private static final String GROUP = " group by place, cluster, service";

    private LedgerDays() {}

    /// A day of a service.
    record Day(ServiceKey service, int epochDay) {

        static Day of(ServiceKey service, Instant at) {
            return new Day(service, at.isAfter(Instant.parse("9999-12-30T23:59:59Z")) ? NEVER
                    : Math.toIntExact(Math.floorDiv(nanos(at), DAY)));
        }
    }

    /// A line in brief.
    ///
    /// @param nanos since 1970
    /// @param waited in milliseconds; -1 where it is not known
    record Line(long nanos, Kind kind, boolean ran, boolean replaced, long waited) {

        Instant at() {
            return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
        }
    }

    /// Makes days of lines anew.
    static void lines(Handle handle, String place, Collection<Day> days) {
        anew(handle, place, days, "ledger_day", "happened_at", "array_agg(mod(" + NANOS + "happened_at), " + DAY
                + ") * 8 + case kind when 'PLACEMENT_FAILURE' then 4 else 0 end + case when ran then 2 else 0 end"
                + " + case when replaced then 1 else 0 end order by happened_at, id),"
                + " array_agg(coalesce(wait_millis, -1) order by happened_at, id) from ledger_entry");
    }

    /// Makes days anew on which tasks ended, or [#NEVER] of those that run.
    static void runs(Handle handle, String place, Collection<Day> days) {
        anew(handle, place, days, "ledger_run_day", "ended_at", "array_agg(" + NANOS
                + "started_at) order by started_at, task), array_agg(case :day when " + NEVER + " then 0 else mod("
                + NANOS + "ended_at), " + DAY + ") end order by started_at, task) from ledger_run");
    }

    private static void anew(Handle handle, String place, Collection<Day> days, String table, String time,
            String sums) {
        for (Day day : days) {
            of(handle.createUpdate("delete from " + table + WHERE + "epoch_day = :day"), place, day).execute();
            LocalDate date = LocalDate.ofEpochDay(day.epochDay());
            of(handle.createUpdate("insert into " + table + " select place, cluster, service, :day, " + sums + WHERE
                    + time + " >= :from and " + time + " < :to" + GROUP), place, day)
                    .bind("from", date.atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
                    .bind("to", date.plusDays(1).atStartOfDay().atOffset(java.time.ZoneOffset.UTC)).execute();
        }
    }

    /// Tells the lines of a range in order of time.
    static void tell(Handle handle, String place, ServiceKey service, TimeRange range, Consumer<Line> told) {
        long from = nanos(range.from());
        long to = nanos(range.to());
        of(handle.createQuery("select epoch_day, marks, waits from ledger_day" + WHERE
                + "epoch_day >= :day and epoch_day <= :last order by epoch_day"), place, Day.of(service, range.from()))
                .bind("last", Day.of(service, range.to()).epochDay())
                .map((row, _) -> new Part(row.getInt(1), numbers(row, 2), numbers(row, 3)))
                .forEach(part -> part.tell(from, to, told));
    }

    private record Part(int day, Object[] first, Object[] second) {

        void tell(long from, long to, Consumer<Line> told) {
            for (int index = 0; index < first.length; index++) {
                long mark = (Long) first[index];
                long nanos = day * DAY + mark / FLAGS;
                if (nanos >= from && nanos < to) {
                    told.accept(new Line(nanos, (mark & FAILURE) == 0 ? Kind.INTERRUPTION : Kind.PLACEMENT_FAILURE,
                            (mark & RAN) != 0, (mark & REPLACED) != 0, (Long) second[index]));
                }
            }
        }

        /// How many of them ran in a time, without those that ran in a gap only.
        int ran(long from, long to, NavigableMap<Long, Long> gaps) {
            int ran = 0;
            for (int index = 0; index < first.length; index++) {
                long started = (Long) first[index];
                long ended = day == NEVER ? Long.MAX_VALUE : day * DAY + (Long) second[index];
                var gap = gaps.lowerEntry(ended);
                boolean unseen = gap != null && ended <= gap.getValue() && started >= gap.getKey();
                ran += ended > from && started < to && !unseen ? 1 : 0;
            }
            return ran;
        }
    }

    /// How many tasks ran while somebody watched.
    static int ran(Handle handle, String place, ServiceKey service, Watched watched) {
        List<TimeRange> parts = watched.parts();
        var all = new TimeRange(parts.getFirst().from(), parts.getLast().to());
        var gaps = new TreeMap<Long, Long>();
        watched.gaps(all).forEach(gap -> gaps.put(nanos(gap.from()), nanos(gap.to())));
        long from = nanos(all.from());
        long to = nanos(all.to());
        return of(handle.createQuery("select epoch_day, started, ended from ledger_run_day" + WHERE
                + "epoch_day >= :day"), place, Day.of(service, all.from()))
                .map((row, _) -> new Part(row.getInt(1), numbers(row, 2), numbers(row, 3)))
                .stream().mapToInt(part -> part.ran(from, to, gaps)).sum();
    }

    /// Forgets what was over before, of every place.
    static void forget(Handle handle, Instant before) {
        int day = Math.toIntExact(Math.floorDiv(nanos(before), DAY));
        for (String table : List.of("ledger_day", "ledger_run_day")) {
            handle.createUpdate("delete from " + table + " where epoch_day < :day").bind("day", day).execute();
            List<Cut> cut = handle.createQuery("select place, cluster, service from " + table
                    + " where epoch_day = :day").bind("day", day)
                    .map((row, _) -> new Cut(row.getString(1), new ServiceKey(row.getString(2), row.getString(3))))
                    .list();
            cut.forEach(one -> {
                List<Day> there = List.of(new Day(one.service(), day));
                if (table.equals("ledger_day")) {
                    lines(handle, one.place(), there);
                } else {
                    runs(handle, one.place(), there);
                }
            });
        }
    }

    private record Cut(String place, ServiceKey service) {}

    private static <S extends SqlStatement<S>> S of(S statement, String place, Day day) {
        return statement.bind("place", place).bind("cluster", day.service().cluster())
                .bind("service", day.service().service()).bind("day", day.epochDay());
    }

    private static Object[] numbers(ResultSet row, int column) throws SQLException {
        return (Object[]) row.getArray(column).getArray();
    }

    /// Since 1970; of what is out of reach the last there is.
    private static long nanos(Instant at) {
        long most = Long.MAX_VALUE / SECOND - 1;
        return Math.clamp(at.getEpochSecond(), -most, most) * SECOND + at.getNano();
    }
}
