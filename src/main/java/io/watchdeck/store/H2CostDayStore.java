package io.watchdeck.store;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostDayStore;
import io.watchdeck.model.Money;
import io.watchdeck.stack.CostFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each service and day, and one that says that the day is counted, for a day that cost nothing is known.
public final class H2CostDayStore implements CostDayStore {

    private static final String NONE = "";
    /// Of the row that says that a day is counted, which is no money.
    private static final Currency NOTHING = Currency.getInstance("XXX");

    private final Database database;

    public H2CostDayStore(Database database) {
        this.database = database;
    }

    private record Row(LocalDate first, LocalDate end, String service, String usage, Money money, boolean estimated) {}

    @Override
    public void add(String place, CostFilter filter, Collection<BilledDays> days, Instant readAt) {
        if (days.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch old = handle.prepareBatch("""
                    delete from cost_day where place = :place and filter = :filter
                    and first_day < :end and end_day > :first""");
            days.forEach(some -> old.bind("place", place).bind("filter", words(filter)).bind("first", some.first())
                    .bind("end", some.end()).add());
            old.execute();
            return insert(handle, place, filter, days, readAt);
        });
    }

    private static int[] insert(Handle handle, String place, CostFilter filter, Collection<BilledDays> days,
            Instant readAt) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into cost_day values(:place, :filter, :first, :end, :service, :usage, :amount, :currency,
                :estimated, :readAt)""");
        for (BilledDays some : days) {
            var rows = new ArrayList<>(List.of(row(some, NONE, NONE, Money.zero(NOTHING))));
            some.byService().forEach((service, money) -> rows.add(row(some, service, NONE, money)));
            some.byUsage().forEach((usage, money) -> rows.add(row(some, NONE, usage, money)));
            rows.forEach(row -> batch.bind("place", place).bind("filter", words(filter)).bind("first", row.first())
                    .bind("end", row.end()).bind("service", row.service()).bind("usage", row.usage())
                    .bind("amount", row.money().amount()).bind("currency", row.money().currency().getCurrencyCode())
                    .bind("estimated", row.estimated()).bind("readAt", readAt.atOffset(ZoneOffset.UTC)).add());
        }
        return batch.execute();
    }

    private static Row row(BilledDays some, String service, String usage, Money money) {
        return new Row(some.first(), some.end(), service, usage, money, some.estimated());
    }

    @Override
    public List<BilledDays> read(String place, CostFilter filter, LocalDate first, LocalDate end) {
        List<Row> rows = database.read(handle -> handle.createQuery("""
                select first_day, end_day, service, usage_type, amount, currency, estimated from cost_day
                where place = :place and filter = :filter and first_day >= :first and first_day < :end
                order by first_day, service, usage_type""")
                .bind("place", place).bind("filter", words(filter)).bind("first", first).bind("end", end)
                .map((row, _) -> new Row(row.getObject("first_day", LocalDate.class),
                        row.getObject("end_day", LocalDate.class), row.getString("service"),
                        row.getString("usage_type"), money(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getBoolean("estimated")))
                .list());
        var byDay = new TreeMap<LocalDate, List<Row>>();
        rows.forEach(row -> byDay.computeIfAbsent(row.first(), _ -> new ArrayList<>()).add(row));
        return byDay.values().stream().map(H2CostDayStore::days).toList();
    }

    private static BilledDays days(List<Row> rows) {
        var services = new LinkedHashMap<String, Money>();
        var usages = new LinkedHashMap<String, Money>();
        rows.stream().filter(row -> !row.service().isEmpty()).forEach(row -> services.put(row.service(), row.money()));
        rows.stream().filter(row -> !row.usage().isEmpty()).forEach(row -> usages.put(row.usage(), row.money()));
        Row one = rows.getFirst();
        return new BilledDays(one.first(), one.end(), services, one.estimated(), usages);
    }

    private static Money money(BigDecimal amount, String currency) {
        BigDecimal plain = amount.stripTrailingZeros();
        return new Money(plain.scale() < 0 ? plain.setScale(0) : plain, Currency.getInstance(currency));
    }

    @Override
    public Map<LocalDate, Instant> readAt(String place, CostFilter filter, LocalDate first, LocalDate end) {
        return database.read(handle -> handle.createQuery("""
                select first_day, read_at from cost_day
                where place = :place and filter = :filter and first_day >= :first and first_day < :end
                and service = '' and usage_type = '' and read_at is not null""")
                .bind("place", place).bind("filter", words(filter)).bind("first", first).bind("end", end)
                .map((row, _) -> Map.entry(row.getObject("first_day", LocalDate.class),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list()).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void forget(LocalDate before) {
        database.write(handle -> handle.createUpdate("delete from cost_day where first_day < :before")
                .bind("before", before).execute());
    }

    /// The same words for the same costs, in whatever order a file names them.
    private static String words(CostFilter filter) {
        var tags = new TreeMap<>(filter.tags());
        var services = new TreeSet<>(filter.services());
        return Json.text(filter.categories().isEmpty() ? List.of(tags, services)
                : List.of(tags, services, new TreeMap<>(filter.categories())));
    }
}
