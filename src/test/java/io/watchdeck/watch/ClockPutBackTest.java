package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.NOW;
import static io.watchdeck.watch.Rig.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.refresh.Saving;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A computer that comes up nine hours ahead, until the time is asked for and the clock put back.
class ClockPutBackTest {

    private static final StackFile SHOP = Rig.shop();
    private static final Duration AHEAD = Duration.ofHours(9);
    private static final Set<Subject> EVERYTHING = EnumSet.allOf(Subject.class);
    private static final ServiceKey API = new ServiceKey("shop", "api");
    private static final SeriesId RUNNING = new SeriesId(SHOP.id(), "service.running", "api");

    private final MutableClock clock = new MutableClock(NOW.plus(AHEAD));
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Database database = Database.temporary(clock);
    private final MetricCatalogue catalogue = MetricCatalogue.standard();
    private final Meter meter = new Meter(PriceList.shipped(), clock);
    private final WatchHistory history = new WatchHistory(new MetricArchive(() -> new MetricArchive.Stores(
            new H2MetricStore(database, catalogue), new H2CoverageStore(database)), catalogue),
            () -> new H2StateStore(database), () -> new H2FleetEventStore(database),
            () -> new H2CostDayStore(database), () -> new H2OccurrenceStore(database),
            () -> new H2LedgerStore(database));
    private final WatchSettings settings =
            new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false, Optional.of(history));

    ClockPutBackTest() {
        Rig.cpu(cloud, Rig.level(40));
        cloud.service("api", 2, 2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LiveWatch console() {
        var watch = new LiveWatch(settings, _ -> cloud.cloud(), catalogue, clock);
        watch.stacks(List.of(SHOP), List.of());
        return watch;
    }

    private Site site() {
        return Site.of(SHOP.access(), List.of(SHOP), new Board(Optional.of(history.metrics()), clock),
                _ -> cloud.cloud(), catalogue, settings, clock);
    }

    @Test
    void whatIsReadThenTakesThePlaceOfWhatWasReadInTheFuture() {
        try (LiveWatch watch = console()) {
            watch.readOnce(EVERYTHING);
            clock.set(NOW);
            cloud.service("api", 1, 2);

            StackSnapshot shop = only(watch.readOnce(EVERYTHING));

            assertThat(shop.services().getFirst().state().state().latestAsOf()).contains(NOW);
            assertThat(shop.services().getFirst().state().state().latest().map(ServiceState::running)).contains(1);
            assertThat(shop.services().getFirst().cpu().latest().state().latest()).contains(40.0);
            assertThat(shop.cost().state().latestAsOf()).contains(NOW);
            assertThat(watch.current().lastRead()).contains(NOW);
        }
    }

    @Test
    void aRuleSeesNoSamplesOfTheFuture() {
        Site site = site();
        site.readOnce(EVERYTHING);
        clock.set(NOW);
        cloud.service("api", 1, 2);

        site.readOnce(EVERYTHING);

        assertThat(site.board().history.series(RUNNING).last()).map(Sample::value).contains(1.0);
    }

    @Test
    void metricsAreReadOn() {
        Site site = site();
        site.reader().read(Subject.IDENTITY);
        Rig.cpu(cloud, Rig.levelUntil(41 + 9 * 60, 40));
        site.reader().read(Subject.METRICS);
        clock.set(NOW);
        int before = cloud.metrics().reads().size();

        site.reader().read(Subject.METRICS);

        assertThat(cloud.metrics().reads()).hasSizeGreaterThan(before);
        assertThat(site.board().metrics.get(new SeriesId(SHOP.id(), "service.cpu", "api")).latestAsOf())
                .contains(NOW);
    }

    @Test
    void aStackThatNobodyAttendsToHasItsTurn() {
        Site site = site();
        site.reader().read(Subject.IDENTITY);
        meter.limit(Money.usd("2"));
        var attention = new Attention(Rhythm.standard(), () -> Saving.NONE, () -> new WatchComposer(meter, false)
                .compose(List.of(), List.of(), new RoundTimes().rounds(false, false, Duration.ofMinutes(1)),
                        Optional.empty(), List.of(), List.of(), NOW));
        var rounds = new MetricRounds(Rhythm.standard(), attention, clock);
        rounds.read(site, () -> {});
        clock.set(NOW);

        assertThat(rounds.read(site, () -> {}).stacks()).containsExactly(SHOP);
    }

    @Test
    void theNextConsoleDoesNotBeginWithAnswersOfTheFuture() {
        try (LiveWatch first = console()) {
            first.readOnce(EVERYTHING);
        }
        clock.set(NOW);
        cloud.failEverything(Failure.unreachable("eu-west-1"));

        try (LiveWatch next = console()) {
            StackSnapshot shop = only(next.readOnce(EVERYTHING));

            assertThat(shop.services().getFirst().state().state()).isInstanceOf(Loadable.Failed.class);
            assertThat(shop.services().getFirst().cpu().latest().state()).isInstanceOf(Loadable.Failed.class);
        }
    }

    @Test
    void whatIsReadThenIsKept() {
        Site site = site();
        var keeping = new Keeping(history, meter, catalogue, clock);
        keeping.restore(List.of(site));
        site.readOnce(EVERYTHING);
        clock.forward(Duration.ofMinutes(1));
        keeping.keep(List.of(site));
        clock.set(NOW);
        cloud.service("api", 1, 2);
        site.readOnce(EVERYTHING);

        keeping.keep(List.of(site));

        Site next = site();
        new Keeping(history, meter, catalogue, clock).restore(List.of(next));
        assertThat(next.board().services.get(API).latest()).map(ServiceState::running).contains(1);
    }
}
