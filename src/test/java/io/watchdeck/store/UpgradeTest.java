package io.watchdeck.store;

import static io.watchdeck.store.Databases.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import io.watchdeck.fleet.ledger.Watched;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.watch.past.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of every earlier schema. Each was written by the version of the program that had it, and lies in the tests'
/// resources as `history-V<n>.zip`, a backup; so that a new migration meets what people have.
class UpgradeTest {

    @TempDir
    private Path folder;

    /// By the migrations there are.
    static IntStream released() throws IOException, URISyntaxException {
        Path migrations = Path.of(Schema.class.getResource("migration").toURI());
        try (Stream<Path> files = Files.list(migrations)) {
            return files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__")))).sorted().boxed().toList()
                    .stream().mapToInt(Integer::intValue);
        }
    }

    @Test
    void theNewestMigrationIsTheSchemaOfTheProgram() throws IOException, URISyntaxException {
        assertThat(released()).doesNotHaveDuplicates().startsWith(1).endsWith(Schema.CURRENT);
    }

    @ParameterizedTest
    @MethodSource("released")
    void aFileOfTheSchemaIsOpenedWithAllThatItHolds(int version) throws IOException {
        unpack(version);

        try (Database database = opened(folder)) {
            assertThat(database.<Integer>read(handle -> Schema.version(handle.getConnection())))
                    .isEqualTo(Schema.CURRENT);
            var all = new TimeRange(StoreChild.at(0), StoreChild.at(10_000));
            var samples = new H2MetricStore(database, MetricCatalogue.standard());
            assertThat(samples.series()).hasSize(2);
            assertThat(samples.read(StoreChild.series(0), Tier.MINUTE, all).size()).isEqualTo(100);
            assertThat(samples.read(StoreChild.series(0), Tier.MINUTE, all).value(99)).isEqualTo(99.5);
            assertThat(samples.read(StoreChild.series(1), Tier.HOUR, all).value(0)).isEqualTo(1234);
            assertThat(new H2CoverageStore(database).read(StoreChild.series(0), all)).containsExactly(
                    Coverage.read(new TimeRange(StoreChild.at(0), StoreChild.at(100))));
            assertThat(new H2FleetEventStore(database).read("place", Set.of(StoreChild.event().service()), all))
                    .isEqualTo(version < 3 ? List.of() : List.of(StoreChild.event()));
            assertThat(new H2CostDayStore(database).read("place", new CostFilter(Map.of(), List.of()), LocalDate.EPOCH,
                    LocalDate.MAX)).isEqualTo(version < 4 ? List.of() : List.of(StoreChild.costDay()));
            assertThat(new H2OccurrenceStore(database).changes(StoreChild.change().after().id()))
                    .isEqualTo(version < 6 ? List.of() : List.of(StoreChild.change()));
            assertThat(new H2JournalStore(database).open())
                    .isEqualTo(version < 7 ? List.of() : List.of(StoreChild.entry(version)));
            assertThat(new H2LedgerStore(database).read("place", Set.of(StoreChild.interruption().service()), all,
                    Optional.empty(), 9))
                    .isEqualTo(version < 8 ? List.of() : List.of(StoreChild.interruption()));
            var ledger = new H2LedgerStore(database);
            assertThat(ledger.briefs("place", StoreChild.interruption().service(), all))
                    .isEqualTo(version < 8 ? List.of() : List.of(Brief.of(StoreChild.interruption())));
            assertThat(ledger.ran("place", StoreChild.run().service(), Watched.of(List.of(all))))
                    .isEqualTo(version < 8 ? 0 : 1);
            assertThat(new H2LedgerStore(database).running("place", "shop"))
                    .isEqualTo(version < 8 ? List.of() : List.of(StoreChild.run()));
            assertThat(new H2LedgerStore(database).watched("place", Bookkeeping.tasksOf("shop"), all).parts())
                    .isEqualTo(version < 8 ? List.of() : List.of(StoreChild.look()));
            assertThat(new H2AnswerStore(database).at("place", StoreChild.at(9)).map(known -> known
                    .of(StoreChild.RUNNING).get("api")).orElse(List.of())).isEqualTo(version < 9 ? List.of()
                            : StoreChild.frame().told().stream().map(Told::reading).toList());
            assertThat(new H2DatabaseEventStore(database).read("place", Set.of(StoreChild.databaseEvent().database()),
                    all)).isEqualTo(version < 11 ? List.of() : List.of(StoreChild.databaseEvent()));
            assertThat(DatabaseTest.calls(database)).isEqualTo(42);
            assertThat(DatabaseTest.counted(database)).extracting(MeteredCalls::payer, MeteredCalls::units)
                    .containsExactly(tuple(version < 5 ? new Payer.Untold() : new Payer.Console(), 42L));
        }
    }

    private void unpack(int version) throws IOException {
        String name = "history-V" + version + ".zip";
        try (InputStream stored = UpgradeTest.class.getResourceAsStream(name)) {
            assertThat(stored).as(name + ": written by the version that had the schema").isNotNull();
            try (var zip = new java.util.zip.ZipInputStream(stored);
                    OutputStream out = Files.newOutputStream(folder.resolve("history.mv.db"))) {
                assertThat(zip.getNextEntry().getName()).isEqualTo("history.mv.db");
                zip.transferTo(out);
            }
        }
    }
}
