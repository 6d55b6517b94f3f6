package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Episodes;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.MeterStore;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.Opening;
import io.watchdeck.watch.WatchHistory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KeptHistoryTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final BlockingQueue<Phrase> told = new LinkedBlockingQueue<>();

    @Test
    void whatTheMonthCostThatCannotBeReadIsTold() throws InterruptedException {
        var meter = new Meter(PriceList.shipped(), CLOCK);
        try (KeptHistory history = KeptHistory.temporary(CLOCK)) {
            history.tell(told::add);

            history.keep(meter, Optional.of(new Unreadable()));

            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Phrase.of("history.meter.unread",
                    "java.lang.IllegalStateException: a page is missing"));
        }
    }

    /// Whose mistake it is, the clock's here, does not matter.
    @Test
    void aMistakeInTheOpeningIsToldAndTheHistoryKeptInMemory() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("history.mv.db"), "is set aside with the time of the clock");
        try (KeptHistory history = KeptHistory.in(folder, new NoClock(), Duration.ZERO)) {
            history.tell(told::add);
            var metrics = history.of(MetricCatalogue.standard()).metrics();
            var id = new SeriesId(new StackId("shop"), "service.cpu", "api");

            metrics.covered(id, new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)));
            metrics.flush();

            assertThat(metrics.unread(id, new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)))).isEmpty();
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Phrase.of("history.memory.failed",
                    folder.toString(), "java.lang.UnsupportedOperationException: no time"));
            assertThat(history.written()).as("of the data folder").isEmpty();
        }
    }

    @Test
    void whatWasReadWhileAnotherProcessHadTheHistoryIsInItAfterwards() throws InterruptedException {
        var meter = new Meter(PriceList.shipped(), CLOCK);
        var id = new SeriesId(new StackId("shop"), "service.cpu", "api");
        Instant hour = Tier.HOUR.begin(CLOCK.instant());
        var range = new TimeRange(hour, hour.plusSeconds(3600));
        Database other = opened();
        KeptHistory.stores(other, MetricCatalogue.standard()).samples().add(Tier.MINUTE,
                Map.of(new SeriesId(new StackId("first"), "service.cpu", "api"), samples(hour, 1),
                        id, samples(hour, 2)));
        new H2MeterStore(other)
                .add(List.of(new MeteredCalls("1", today(), "CloudWatch:GetMetricData", new Payer.Console(), 1,
                        1, new BigDecimal("0.25"))));
        try (KeptHistory history = KeptHistory.soonIn(folder, CLOCK, Duration.ZERO)) {
            history.tell(told::add);
            assertThat(told.poll(30, TimeUnit.SECONDS)).extracting(Phrase::key).isEqualTo("history.inUse");
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Phrase.of("history.waiting", folder.toString()));
            MetricArchive metrics = history.of(MetricCatalogue.standard()).metrics();
            history.keep(meter, Optional.empty());
            meter.count(new ApiCall("1", new Region("eu-west-1"), "CloudWatch", "GetMetricData", 1000));
            metrics.keep(id, samples(hour.plusSeconds(60), 3));
            metrics.covered(id, range);
            metrics.flush();
            assertThat(history.written()).as("while it is the other's").isEmpty();

            other.close();

            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Phrase.of("history.moved"));
            assertThat(meter.spentThisMonth().amount()).isEqualByComparingTo("0.26");
            metrics.keep(id, samples(hour.plusSeconds(120), 4));
            assertThat(history.written()).isPresent();
        }

        try (Database file = opened()) {
            MetricArchive.Stores stores = KeptHistory.stores(file, MetricCatalogue.standard());
            assertThat(stores.samples().series()).hasSize(2);
            assertThat(stores.samples().read(id, Tier.MINUTE, range).samples()).extracting(Sample::value)
                    .containsExactly(2.0, 3.0, 4.0);
            assertThat(stores.coverage().read(id, range)).containsExactly(Coverage.read(range));
            assertThat(new H2MeterStore(file).read(today(), today())).singleElement().satisfies(row -> {
                assertThat(row.calls()).isEqualTo(2);
                assertThat(row.price()).isEqualByComparingTo("0.26");
            });
        }
    }

    @Test
    void alarmsAreKeptForNowWhileAnotherProcessHasTheHistoryAndWhoJudgesThemMakesTheMove() throws InterruptedException {
        var order = new LinkedBlockingQueue<String>();
        Change raised = new Change(Instant.EPOCH, Change.What.RAISED, true,
                Episodes.open(Severity.WARNING, Instant.EPOCH));
        Database other = opened();
        try (KeptHistory history = KeptHistory.soonIn(folder, CLOCK, Duration.ZERO)) {
            WatchHistory kept = history.of(MetricCatalogue.standard());
            kept.elsewhere().moves().accept(move -> {
                order.add("stopgap " + kept.occurrences().get().isStopgap());
                move.run();
                order.add("stopgap " + kept.occurrences().get().isStopgap());
            });
            kept.occurrences().get().put(List.of(raised));

            other.close();

            assertThat(order.poll(30, TimeUnit.SECONDS)).isEqualTo("stopgap true");
            assertThat(order.poll(30, TimeUnit.SECONDS)).isEqualTo("stopgap false");
        }
        try (Database file = opened()) {
            assertThat(new H2OccurrenceStore(file).changes(raised.after().id())).containsExactly(raised);
        }
    }

    @Test
    void aSandboxKeepsNothingAndSaysNothingOfIt() {
        try (KeptHistory history = KeptHistory.temporary(CLOCK)) {
            assertThat(history.of(MetricCatalogue.standard()).occurrences().get().isStopgap()).isFalse();
        }
    }

    @Test
    void whatCannotBeOpenedIsAStopgap() throws IOException {
        Files.writeString(folder.resolve("history.mv.db"), "is set aside with the time of the clock");
        try (KeptHistory history = KeptHistory.in(folder, new NoClock(), Duration.ZERO)) {
            assertThat(history.of(MetricCatalogue.standard()).occurrences().get().isStopgap()).isTrue();
        }
    }

    private static Series samples(Instant at, double value) {
        return Series.of(List.of(new Sample(at, value)));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
    }

    @Test
    void besideAHistoryOfANewerVersionWhatIsReadIsSaidToBeLost() throws SQLException, InterruptedException {
        opened().close();
        try (Connection file = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("history"), "sa", "");
                Statement statement = file.createStatement()) {
            statement.execute("""
                    insert into "schema_version" ("installed_rank", "version", "description", "type", "script",
                    "installed_by", "execution_time", "success") values(99, '99', '', 'SQL', '', 'sa', 0, true)""");
            statement.execute("shutdown");
        }

        try (KeptHistory history = KeptHistory.soonIn(folder, CLOCK, Duration.ZERO)) {
            history.tell(told::add);
            assertThat(told.poll(30, TimeUnit.SECONDS)).extracting(Phrase::key).isEqualTo("history.newer.memory");
        }
    }

    private Database opened() {
        return ((Opening.Opened) Database.open(folder, CLOCK, _ -> {})).database();
    }

    private static final class Unreadable implements MeterStore {

        @Override
        public void add(Collection<MeteredCalls> calls) {}

        @Override
        public List<MeteredCalls> read(LocalDate first, LocalDate last) {
            throw new IllegalStateException("the history cannot be used",
                    new IllegalStateException("a page is missing"));
        }
    }

    private static final class NoClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new UnsupportedOperationException("no time");
        }
    }
}
