package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Points;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.watch.StackSnapshot.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A console that ends and another that begins with what it kept.
@Timeout(30)
class RestartTest {

    private static final StackFile SHOP = Rig.shop();
    private static final Set<Subject> EVERYTHING = EnumSet.allOf(Subject.class);

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Database database = Database.temporary(clock);
    private final MetricCatalogue catalogue = MetricCatalogue.standard();

    RestartTest() {
        Rig.cpu(cloud, Rig.level(40));
        cloud.service("api", 2, 2);
    }

    @AfterEach
    void close() {
        cloud.releaseAll();
        database.close();
    }

    private LiveWatch console() {
        return console(cloud);
    }

    private LiveWatch console(FakeCloud read) {
        var archive = new MetricArchive(() -> new MetricArchive.Stores(new H2MetricStore(database, catalogue),
                new H2CoverageStore(database)), catalogue);
        var history = new WatchHistory(archive, () -> new H2StateStore(database),
                () -> new H2FleetEventStore(database), () -> new H2CostDayStore(database),
                () -> new H2OccurrenceStore(database), () -> new H2LedgerStore(database));
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), false, Optional.of(history)), _ -> read.cloud(), catalogue, clock);
        watch.stacks(List.of(SHOP), List.of());
        return watch;
    }

    /// Begins as a console does and waits for something to be known.
    private static WatchSnapshot begun(LiveWatch watch, Predicate<WatchSnapshot> known) throws InterruptedException {
        var snapshots = new LinkedBlockingQueue<WatchSnapshot>();
        watch.subscribe(snapshots::add);
        watch.start();
        WatchSnapshot now = snapshots.take();
        while (!known.test(now)) {
            now = snapshots.take();
        }
        return now;
    }

    private static boolean hasServices(WatchSnapshot snapshot) {
        return only(snapshot).services().getFirst().state().state().latest().isPresent();
    }

    /// Reads everything a while, and ends.
    private void firstConsole() throws InterruptedException {
        try (LiveWatch first = console()) {
            begun(first, RestartTest::hasServices);
            first.readOnce(EVERYTHING);
        }
    }

    @Test
    void nothingIsReadBeforeAPersonSeesWhatWasKnown() throws InterruptedException {
        firstConsole();
        var asked = new FakeCloud(clock);
        var put = new SynchronousQueue<WatchSnapshot>();
        var isSeen = new CountDownLatch(1);

        try (LiveWatch next = console(asked)) {
            next.start(() -> {
                try {
                    put.put(next.current());
                    isSeen.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });

            assertThat(put.take()).matches(RestartTest::hasServices);
            assertThat(asked.calls()).isEmpty();
            isSeen.countDown();
            asked.awaitCall(Subject.SERVICES);
        }
    }

    @Test
    void whatWasKnownIsShownWithItsAgeWhereNothingCanBeRead() throws InterruptedException {
        firstConsole();
        clock.forward(Duration.ofHours(2));
        cloud.failEverything(Failure.unreachable("eu-west-1"));

        try (LiveWatch next = console()) {
            WatchSnapshot snapshot = begun(next, now -> hasServices(now)
                    && only(now).services().getFirst().cpu().latest().state().latest().isPresent());

            Service api = only(snapshot).services().getFirst();
            assertThat(api.state().state().latest().orElseThrow().running()).isEqualTo(2);
            assertThat(api.state().state().latestAsOf()).contains(Rig.NOW);
            assertThat(api.state().freshness(clock.instant())).isEqualTo(Freshness.STALE);
            assertThat(api.cpu().latest().state().latest()).contains(40.0);
            assertThat(api.cpu().latest().freshness(clock.instant())).isEqualTo(Freshness.STALE);
            assertThat(api.cpu().recent().size()).isGreaterThan(30);
            assertThat(only(snapshot).verdict().severity()).isEqualTo(Severity.UNKNOWN);
        }
    }

    @Test
    void aStackThatIsAddedWhileOthersAreWatchedFindsItsSamplesToo() throws InterruptedException {
        firstConsole();
        clock.forward(Duration.ofHours(2));
        cloud.failEverything(Failure.unreachable("eu-west-1"));

        try (LiveWatch next = console()) {
            next.stacks(List.of(Rig.small("Other", "production", "")), List.of());
            begun(next, snapshot -> snapshot.stacks().stream().anyMatch(stack -> stack.services().getFirst().state()
                    .state() instanceof Loadable.Failed));
            next.stacks(List.of(SHOP), List.of());
            WatchSnapshot snapshot = begun(next, now -> only(now).file().equals(SHOP)
                    && only(now).services().getFirst().cpu().latest().state().latest().isPresent());

            assertThat(only(snapshot).services().getFirst().cpu().recent().size()).isGreaterThan(30);
        }
    }

    @Test
    void whatIsAskedAnewIsAwaitedAndNotMissing() throws InterruptedException {
        firstConsole();
        clock.forward(Duration.ofHours(2));
        cloud.hang(Subject.SERVICES);
        cloud.hang(Subject.METRICS);

        try (LiveWatch next = console()) {
            StackSnapshot shop = only(begun(next, now -> hasServices(now)
                    && only(now).services().getFirst().cpu().latest().state().latest().isPresent()));

            assertThat(shop.gaps()).filteredOn(gap -> gap.path().startsWith("services[api]")
                    && gap.failure().kind() == Failure.Kind.NOT_KEPT).extracting(StackSnapshot.Gap::failure)
                    .contains(Failure.awaited());
            assertThat(VerdictRule.isAsking(shop.verdict())).isTrue();
            assertThat(next.current().completeness().key()).isEqualTo("completeness.oldest");
            assertThat(next.current().completeness().arguments().getFirst())
                    .isEqualTo(Phrase.of("completeness.some", 0, 1));

            clock.forward(Duration.ofHours(1));
            next.pause(next.paused());
            var late = Failure.stale(Duration.ofHours(3), Rhythm.standard().every(Subject.SERVICES));
            assertThat(only(begun(next, now -> only(now).gaps().stream().map(StackSnapshot.Gap::failure)
                    .anyMatch(late::equals))).verdict().severity()).isEqualTo(Severity.UNKNOWN);
            cloud.releaseAll();
        }
    }

    @Test
    void aStackOfWhichAFigureIsAskedAnewHasNotAnswered() throws InterruptedException {
        firstConsole();
        clock.forward(Duration.ofHours(2));
        cloud.hang(Subject.TASKS);

        try (LiveWatch next = console()) {
            WatchSnapshot snapshot = begun(next, now -> hasServices(now)
                    && !VerdictRule.isAsking(only(now).verdict()));

            assertThat(only(snapshot).gaps()).extracting(StackSnapshot.Gap::failure).contains(Failure.awaited());
            assertThat(snapshot.completeness().arguments().getFirst())
                    .isEqualTo(Phrase.of("completeness.some", 0, 1));
            cloud.releaseAll();
        }
    }

    @Test
    void whatHappenedIsKnownWhenEcsHasForgottenIt() throws InterruptedException {
        cloud.deployed("api", "first", clock.instant());
        firstConsole();
        clock.forward(Duration.ofHours(2));
        cloud.deployed("api", "second", clock.instant());

        try (LiveWatch next = console()) {
            begun(next, RestartTest::hasServices);
            next.readOnce(EVERYTHING);
        }
        var answers = new LinkedBlockingQueue<Past>();
        try (LiveWatch third = console()) {
            third.history(new HistoryQuery(List.of(new SeriesId(SHOP.id(), "service.cpu", "api")),
                    new TimeRange(Rig.NOW.minus(Duration.ofHours(1)), clock.instant().plusSeconds(1)), Tier.MINUTE),
                    answers::add);

            assertThat(answers.take().deployments(SHOP.id(), "api")).extracting(Deployment::id).containsExactly("first",
                    "second");
        }
    }

    @Test
    void whatIsReadTakesThePlaceOfWhatWasKnown() throws InterruptedException {
        firstConsole();
        clock.forward(Duration.ofHours(2));
        cloud.service("api", 1, 2);

        try (LiveWatch next = console()) {
            WatchSnapshot snapshot = begun(next, now -> only(now).services().getFirst().state().state()
                    .latestAsOf().filter(clock.instant()::equals).isPresent());

            assertThat(only(snapshot).services().getFirst().state().state().latest().orElseThrow().running())
                    .isEqualTo(1);
        }
    }

    @Test
    void costThatIsYoungerThanADayIsNotPaidForAgain() throws InterruptedException {
        firstConsole();
        assertThat(cloud.calls(Subject.COST)).hasSize(1);
        clock.forward(Duration.ofHours(23));

        try (LiveWatch next = console()) {
            begun(next, RestartTest::hasServices);
            next.readOnce(EVERYTHING);
            assertThat(only(next.current()).cost().state()).isInstanceOf(Loadable.Ready.class);
        }

        assertThat(cloud.calls(Subject.COST)).hasSize(1);
    }

    @Test
    void theTimeBetweenIsThereOnceAwsWasAsked() throws InterruptedException {
        firstConsole();
        clock.forward(Duration.ofHours(2));
        Rig.cpu(cloud, Rig.levelUntil(41 + 120, 40));
        var answers = new LinkedBlockingQueue<Past>();
        var cpu = new SeriesId(SHOP.id(), "service.cpu", "api");
        var range = new TimeRange(Rig.NOW.minus(Duration.ofMinutes(30)), clock.instant());

        try (LiveWatch next = console()) {
            begun(next, RestartTest::hasServices);
            next.readOnce(EVERYTHING);
            next.history(new HistoryQuery(List.of(cpu), range, Tier.MINUTE), answers::add);

            HistoryAnswer.Kept kept = answers.take().metrics().kept().get(cpu);
            assertThat(kept.series().size()).isGreaterThanOrEqualTo(149);
            assertThat(kept.coverage()).singleElement().satisfies(part -> assertThat(part.missed()).isEmpty());
        }
    }

    /// The CPU of each minute since four o'clock.
    private void cpu(double... levels) {
        var minutes = new double[(int) Duration.between(Rig.NOW.truncatedTo(ChronoUnit.HOURS), clock.instant())
                .toMinutes()];
        for (int minute = 0; minute < minutes.length; minute++) {
            minutes[minute] = levels[Math.min(levels.length - 1, minute * levels.length / minutes.length)];
        }
        Rig.cpu(cloud, Points.from(0, minutes));
    }

    private static List<Occurrence> critical(List<Occurrence> all) {
        return all.stream().filter(one -> one.worst() == Severity.CRITICAL && one.now().metric()
                .filter("service.cpu"::equals).isPresent()).toList();
    }

    @Test
    void anAlarmThatWasOverBeforeTheNextConsoleBeganWasOverWhenItWas() throws InterruptedException {
        Rig.cpu(cloud, Rig.level(99));
        try (LiveWatch first = console()) {
            begun(first, snapshot -> !critical(only(snapshot).occurrences()).isEmpty());
        }
        clock.forward(Duration.ofHours(2));
        // Until a quarter past five it goes on; from then on all is well.
        cpu(99, 20);
        var told = new LinkedBlockingQueue<List<Change>>();

        try (LiveWatch next = console()) {
            next.alarms().told(told::add);
            WatchSnapshot snapshot = begun(next, now -> !now.resolved().isEmpty());

            Occurrence over = critical(snapshot.resolved()).getFirst();
            assertThat(over.raised()).isEqualTo("2026-09-22T04:00:00Z");
            assertThat(over.resolved().orElseThrow()).isBetween(Instant.parse("2026-09-22T05:20:00Z"),
                    Instant.parse("2026-09-22T05:24:00Z"));
            assertThat(critical(only(snapshot).occurrences())).isEmpty();
        }
        assertThat(told.stream().flatMap(List::stream).map(Change::after).map(Occurrence::severity))
                .doesNotContain(Severity.CRITICAL);
    }

    @Test
    void anAlarmThatCameAndWentMeanwhileIsKnownAndTellsNobody() throws InterruptedException {
        firstConsole();
        clock.forward(Duration.ofHours(2));
        cpu(40, 40, 99, 40, 40, 40);
        var told = new LinkedBlockingQueue<List<Change>>();

        try (LiveWatch next = console()) {
            next.alarms().told(told::add);
            WatchSnapshot snapshot = begun(next, now -> !critical(now.resolved()).isEmpty());

            Occurrence past = critical(snapshot.resolved()).getFirst();
            assertThat(Duration.between(past.raised(), past.resolved().orElseThrow())).isBetween(
                    Duration.ofMinutes(24), Duration.ofMinutes(30));
        }
        assertThat(told.stream().flatMap(List::stream).map(Change::after).map(Occurrence::severity))
                .doesNotContain(Severity.CRITICAL);
    }

    @Test
    void anAlarmThatCameMeanwhileAndStaysBeganWhenItDidAndIsTold() throws InterruptedException {
        firstConsole();
        clock.forward(Duration.ofHours(2));
        cpu(40, 99);
        var told = new LinkedBlockingQueue<List<Change>>();

        try (LiveWatch next = console()) {
            next.alarms().told(told::add);
            WatchSnapshot snapshot = begun(next, now -> !critical(only(now).occurrences()).isEmpty());

            assertThat(critical(only(snapshot).occurrences()).getFirst().raised()).isBetween(
                    Instant.parse("2026-09-22T05:18:00Z"), Instant.parse("2026-09-22T05:24:00Z"));
            var all = new ArrayList<Change>();
            while (all.stream().noneMatch(one -> one.after().severity() == Severity.CRITICAL)) {
                all.addAll(told.take());
            }
            told.forEach(all::addAll);
            assertThat(all.stream().filter(one -> one.after().severity() == Severity.CRITICAL).map(Change::what))
                    .containsExactly(Change.What.RAISED);
        }
    }

    @Test
    void aStackThatIsWatchedForTheFirstTimeHasThePastThatAwsStillKnows() throws InterruptedException {
        clock.forward(Duration.ofHours(6));
        cpu(40, 40, 40, 40, 99, 40, 40, 40, 40, 40, 40, 40);
        var told = new LinkedBlockingQueue<List<Change>>();

        try (LiveWatch first = console()) {
            first.alarms().told(told::add);
            WatchSnapshot snapshot = begun(first, now -> !critical(now.resolved()).isEmpty());

            Occurrence past = critical(snapshot.resolved()).getFirst();
            assertThat(Duration.between(past.raised(), past.resolved().orElseThrow()))
                    .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(40));
            assertThat(past.raised()).isBefore(clock.instant().minus(Duration.ofHours(4)));
        }
        assertThat(told.stream().flatMap(List::stream).map(Change::after).map(Occurrence::severity))
                .doesNotContain(Severity.CRITICAL);
    }
}
