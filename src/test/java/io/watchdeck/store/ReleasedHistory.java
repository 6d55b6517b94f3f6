package io.watchdeck.store;

import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.CostFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes the file of the present schema that [UpgradeTest] opens from then on: run once, with the folder of the tests'
/// resources, before the version that brings a new migration is released. A file that exists is not replaced.
final class ReleasedHistory {

    private ReleasedHistory() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("released");
        try (Database database = ((Opening.Opened) Databases.open(folder)).database()) {
            var minutes = new ArrayList<Sample>();
            for (int minute = 0; minute < 100; minute++) {
                minutes.add(new Sample(StoreChild.at(minute), minute + 0.5));
            }
            var samples = new H2MetricStore(database, MetricCatalogue.standard());
            samples.add(Tier.MINUTE, Map.of(StoreChild.series(0), Series.of(minutes)));
            samples.add(Tier.HOUR,
                    Map.of(StoreChild.series(1), Series.of(List.of(new Sample(StoreChild.at(0), 1234)))));
            new H2CoverageStore(database).add(Map.of(StoreChild.series(0),
                    Coverage.read(new TimeRange(StoreChild.at(0), StoreChild.at(100)))));
            new H2FleetEventStore(database).add("place", List.of(StoreChild.event()));
            new H2DatabaseEventStore(database).add("place", List.of(StoreChild.databaseEvent()));
            new H2CostDayStore(database).add("place", new CostFilter(Map.of(), List.of()),
                    List.of(StoreChild.costDay()), StoreChild.at(5));
            new H2OccurrenceStore(database).put(List.of(StoreChild.change()));
            new H2JournalStore(database).put(StoreChild.entry());
            var ledger = new H2LedgerStore(database);
            ledger.put("place", List.of(StoreChild.interruption()));
            ledger.ran("place", List.of(StoreChild.run()));
            ledger.looked("place", Map.of(Bookkeeping.tasksOf("shop"), StoreChild.look()));
            new H2AnswerStore(database).add(StoreChild.frame());
            DatabaseTest.add(database, 42);
            database.backup(Path.of(arguments[0], "history-V" + Schema.CURRENT + ".zip"))
                    .ifPresent(why -> System.err.println(why));
        }
    }
}
