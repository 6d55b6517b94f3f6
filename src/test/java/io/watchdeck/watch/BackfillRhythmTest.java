package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.FakeMetricSource.Asked;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// When a console asks for the time in which it did not read, at a pace that the test gives. The pace stands still while
/// the computer sleeps, as the system's does; the clock goes on.
@Timeout(30)
class BackfillRhythmTest {

    /// The subjects; the backfill and that of the ledger, the events of databases, the inspection, the log, the history and the ages.
    private static final int POLLERS = Subject.values().length + 7;
    private static final Duration LONG = Duration.ofHours(3).plusMinutes(5);

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final MutableClock awake = new MutableClock(Rig.NOW);
    private final ClockPace pace = new ClockPace(awake, POLLERS);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Database database = Database.temporary(clock);
    private final MetricCatalogue catalogue = MetricCatalogue.standard();
    private final LiveWatch watch = watch();

    private LiveWatch watch() {
        var archive = new MetricArchive(() -> new MetricArchive.Stores(new H2MetricStore(database, catalogue),
                new H2CoverageStore(database)), catalogue);
        var history = new WatchHistory(archive, () -> new H2StateStore(database),
                () -> new H2FleetEventStore(database), () -> new H2CostDayStore(database),
                () -> new H2OccurrenceStore(database), () -> new H2LedgerStore(database));
        return new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), false, Optional.of(history)), _ -> cloud.cloud(), catalogue, clock, pace);
    }

    @AfterEach
    void close() {
        watch.close();
        database.close();
    }

    private void start() throws InterruptedException {
        Rig.cpu(cloud, Rig.level(40));
        watch.stacks(List.of(Rig.shop()), List.of());
        watch.start();
        pace.settle();
    }

    private void pass(Duration length) throws InterruptedException {
        clock.forward(length);
        pace.pass(length);
    }

    /// What was asked about a time that the first readings do not ask about.
    private List<Asked> ofThePast() {
        Instant reach = Rig.NOW.minus(LONG);
        return cloud.metrics().reads().stream().filter(one -> one.range().from().isBefore(reach)).toList();
    }

    @Test
    void whatCouldNotBeAskedAtTheStartIsAskedSoon() throws InterruptedException {
        cloud.fail(Subject.METRICS, Failure.unreachable("eu-west-1"));
        start();
        pass(Duration.ofMinutes(3));
        assertThat(ofThePast()).isEmpty();
        cloud.heal();

        pass(Duration.ofMinutes(5));

        assertThat(ofThePast()).isNotEmpty();
    }

    @Test
    void whatIsRefusedIsNotAskedForSoon() throws InterruptedException {
        cloud.metrics().refuse(_ -> true, Failure.denied("cloudwatch:GetMetricData"));
        start();
        int before = ofThePast().size();
        assertThat(before).isPositive();

        pass(Duration.ofMinutes(30));

        assertThat(ofThePast()).hasSize(before);
    }

    @Test
    void afterALongSleepTheTimeOfItIsAskedFor() throws InterruptedException {
        start();
        int before = cloud.metrics().reads().size();
        clock.forward(Duration.ofHours(10));
        Rig.cpu(cloud, Rig.levelUntil(41 + 10 * 60, 40));

        pass(Duration.ofSeconds(61));

        List<Asked> since = cloud.metrics().reads().subList(before, cloud.metrics().reads().size());
        assertThat(since).anySatisfy(one -> assertThat(one.range().from()).isBefore(Rig.NOW));
    }
}
