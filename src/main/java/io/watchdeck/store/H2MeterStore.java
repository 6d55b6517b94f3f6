package io.watchdeck.store;

import io.watchdeck.refresh.MeterStore;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each account, day, call and payer.
public final class H2MeterStore implements MeterStore {

    private final Database database;

    public H2MeterStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Collection<MeteredCalls> calls) {
        if (calls.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    """
                            merge into meter using (values(:account, :day, :call, :payer)) as added(account, utc_day, call, payer)
                            on meter.account = added.account and meter.utc_day = added.utc_day and meter.call = added.call
                                and meter.payer = added.payer
                            when matched then update set calls = meter.calls + :calls, units = meter.units + :units,
                                price = meter.price + :price
                            when not matched then insert (account, utc_day, call, payer, calls, units, price)
                                values(:account, :day, :call, :payer, :calls, :units, :price)""");
            calls.forEach(one -> batch.bind("account", one.account()).bind("day", one.day()).bind("call", one.call())
                    .bind("payer", one.payer().word()).bind("units", one.units()).bind("calls", one.calls())
                    .bind("price", one.price()).add());
            return batch.execute();
        });
    }

    @Override
    public List<MeteredCalls> read(LocalDate first, LocalDate last) {
        return database.read(handle -> handle.createQuery("""
                select account, utc_day, call, payer, calls, units, price from meter
                where utc_day between :first and :last order by utc_day, account, call, payer""")
                .bind("first", first).bind("last", last)
                .map((row, _) -> new MeteredCalls(row.getString("account"), row.getObject("utc_day", LocalDate.class),
                        row.getString("call"), Payer.of(row.getString("payer")), row.getLong("calls"),
                        row.getLong("units"),
                        row.getBigDecimal("price").stripTrailingZeros()))
                .list());
    }
}
