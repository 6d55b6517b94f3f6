package io.watchdeck.store;

import static io.watchdeck.store.DatabaseTest.add;
import static io.watchdeck.store.DatabaseTest.calls;
import static io.watchdeck.store.Databases.open;
import static io.watchdeck.store.Databases.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricStore;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that are no longer what was written.
class DamageTest {

    private static final int PAGE = 4096;
    private static final TimeRange DAY = new TimeRange(StoreChild.at(0), StoreChild.at(1440));

    @TempDir
    private static Path temporary;

    private static byte[] whole;

    @TempDir
    private Path folder;

    enum Damage {
        EMPTY(_ -> new byte[0]),
        ONE_BYTE(_ -> new byte[1]),
        TEXT(_ -> "This was no database, ever.\n".repeat(500).getBytes(StandardCharsets.UTF_8)),
        ZEROS(whole -> new byte[whole.length]),
        HEADERS_ONLY(whole -> Arrays.copyOf(whole, 2 * PAGE)),
        WITHOUT_HEADERS(whole -> overwritten(whole, 0, 2 * PAGE)),
        WITHOUT_CONTENT(whole -> overwritten(whole, 2 * PAGE, whole.length)),
        /// What a `dd` of the wrong length leaves: not even one chunk is whole.
        CUT_OFF(whole -> Arrays.copyOf(whole, 2 * PAGE + PAGE / 2));

        private final UnaryOperator<byte[]> done;

        Damage(UnaryOperator<byte[]> done) {
            this.done = done;
        }
    }

    @BeforeAll
    static void makeAWholeOne() throws IOException {
        try (Database database = opened(temporary)) {
            add(database, 7);
            MetricStore store = new H2MetricStore(database, MetricCatalogue.standard());
            for (int series = 0; series < 20; series++) {
                var samples = new ArrayList<Sample>();
                for (int minute = 0; minute < 1440; minute++) {
                    samples.add(new Sample(StoreChild.at(minute), StoreChild.value(series, minute) + 0.5));
                }
                store.add(Tier.MINUTE, Map.of(StoreChild.series(series), Series.of(samples)));
            }
        }
        whole = Files.readAllBytes(temporary.resolve("history.mv.db"));
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsSetAsideAndToldAndANewOneBegun(Damage damage) throws IOException {
        Files.write(folder.resolve("history.mv.db"), damage.done.apply(whole));

        Opening opening = open(folder);

        Path aside = folder.resolve("history-damaged-2026-09-22T04-42-30Z.mv.db");
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        assertThat(opening.told()).contains(Phrase.of("history.setAside", aside.toString()));
        assertThat(aside).exists();
        try (Database database = ((Opening.Opened) opening).database()) {
            add(database, 1);
            assertThat(database.inMemory()).isEmpty();
        }
        opened(folder).close();
    }

    /// H2 goes on from an older chunk where one is left, so that it depends on where it had put them.
    @Test
    void aFileThatWasCutInHalfCanBeUsed() throws IOException {
        Files.write(folder.resolve("history.mv.db"), Arrays.copyOf(whole, whole.length / 2));

        Opening opening = open(folder);

        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (Database database = ((Opening.Opened) opening).database()) {
            use(database);
            assertThat(database.inMemory()).isEmpty();
        }
    }

    @Test
    void twoInOneSecondAreBothSetAside() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.writeString(folder.resolve("history.mv.db"), "damage " + i);
            ((Opening.Opened) open(folder)).database().close();
        }

        assertThat(folder.resolve("history-damaged-2026-09-22T04-42-30Z.mv.db")).hasContent("damage 0");
        assertThat(folder.resolve("history-damaged-2026-09-22T04-42-30Z-2.mv.db")).hasContent("damage 1");
    }

    /// Some of it H2 mends by itself from an older chunk, some of it only shows when a page is read.
    @Test
    @Tag("slow")
    void whereverTheDamageIsTheHistoryCanBeUsed() throws IOException {
        var random = new Random(7);
        int told = 0;
        for (int round = 0; round < 60; round++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit <= round % 3; hit++) {
                int at = random.nextInt(damaged.length);
                overwrite(damaged, at, Math.min(damaged.length, at + random.nextInt(3 * PAGE)), random);
            }
            Path where = Files.createDirectory(folder.resolve("round-" + round));
            Files.write(where.resolve("history.mv.db"), damaged);
            var later = new ArrayList<Phrase>();

            Opening opening = open(where, later::add);

            assertThat(opening).as("round " + round).isInstanceOf(Opening.Opened.class);
            try (Database database = ((Opening.Opened) opening).database()) {
                use(database);
                assertThat(database.inMemory()).isEmpty();
            }
            told += opening.told().isPresent() || !later.isEmpty() ? 1 : 0;
        }
        assertThat(told).as("so often the damage mattered").isGreaterThan(5);
    }

    private static void use(Database database) {
        MetricStore store = new H2MetricStore(database, MetricCatalogue.standard());
        SeriesId added = StoreChild.series(99);
        List.copyOf(store.series()).forEach(id -> {
            store.read(id, Tier.MINUTE, DAY);
            store.retire(id, DAY.to().plus(Duration.ofDays(15)));
        });
        store.add(Tier.MINUTE, Map.of(added, Series.of(List.of(new Sample(DAY.from(), 4)))));
        assertThat(store.read(added, Tier.MINUTE, DAY).value(0)).isEqualTo(4);
        long before = calls(database);
        add(database, 2);
        assertThat(calls(database)).isEqualTo(before + 2);
    }

    private static byte[] overwritten(byte[] whole, int from, int to) {
        byte[] bytes = whole.clone();
        overwrite(bytes, from, to, new Random(1));
        return bytes;
    }

    private static void overwrite(byte[] bytes, int from, int to, Random random) {
        byte[] noise = new byte[to - from];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, from, noise.length);
    }
}
