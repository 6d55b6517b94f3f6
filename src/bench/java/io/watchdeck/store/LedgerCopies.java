package io.watchdeck.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Fills a ledger with copies of what it holds, each so much earlier than the one before.
public final class LedgerCopies {

    private LedgerCopies() {}

    /// Indexes are made anew when all is there, which is many times faster.
    ///
    /// @param back  whole quarters of an hour
    /// @param parts with the one that is there
    public static void make(Database database, Duration back, int parts) {
        run(database, "drop index ledger_entry_newest", "drop index ledger_run_end", "alter table ledger_entry drop primary key",
                "alter table ledger_run drop primary key", "create table entry_copied as select * from ledger_entry",
                "create table run_copied as select * from ledger_run");
        for (int part = 1; part < parts; part++) {
            long seconds = back.toSeconds() * part;
            run(database, "insert into ledger_entry select place, cluster, service, kind, '" + part
                    + "-' || id, dateadd('second', -" + seconds
                    + ", happened_at), ran, replaced, wait_millis, body from entry_copied",
                    "insert into ledger_run select place, cluster, service, '" + part
                            + "-' || task, dateadd('second', -" + seconds + ", started_at), dateadd('second', -"
                            + seconds + ", ended_at) from run_copied");
        }
        run(database, "drop table entry_copied", "drop table run_copied",
                "alter table ledger_entry add primary key (place, kind, id)",
                "alter table ledger_run add primary key (place, task)",
                "create index ledger_entry_newest on ledger_entry (place, cluster, service, happened_at desc, id desc)",
                "create index ledger_run_end on ledger_run (place, cluster, service, ended_at, started_at)",
                "delete from ledger_day", "delete from ledger_run_day");
        days().forEach(statement -> run(database, statement));
    }

    /// As the migration makes the days of what is there.
    private static List<String> days() {
        try (InputStream migration = Schema.class.getResourceAsStream("migration/V10__ledger_days.sql")) {
            return Arrays.stream(new String(migration.readAllBytes(), StandardCharsets.UTF_8).split(";"))
                    .filter(statement -> statement.contains("insert into")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void run(Database database, String... statements) {
        for (String statement : statements) {
            database.write(handle -> handle.execute(statement));
        }
    }
}
