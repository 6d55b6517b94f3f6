package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2AnswerStore;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.watch.PastSnapshot.Unseen;
import io.watchdeck.watch.StackSnapshot.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Moments that are over, shown again by a console that keeps what it is told.
@Timeout(60)
class ReplayTest {

    private static final StackFile SHOP = Rig.shop();

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Database database = Database.temporary(clock);
    private final MetricCatalogue catalogue = MetricCatalogue.standard();
    private Optional<ClockPace> pace = Optional.empty();

    ReplayTest() {
        Rig.cpu(cloud, Rig.level(40));
        cloud.service("api", 2, 2);
    }

    @AfterEach
    void close() {
        cloud.releaseAll();
        database.close();
    }

    private LiveWatch console(StackFile file) throws InterruptedException {
        var archive = new MetricArchive(() -> new MetricArchive.Stores(new H2MetricStore(database, catalogue),
                new H2CoverageStore(database)), catalogue);
        var history = new WatchHistory(archive, () -> new H2StateStore(database),
                new WatchHistory.Fleet(() -> new H2FleetEventStore(database), () -> new H2LedgerStore(database)),
                () -> new H2CostDayStore(database),
                () -> new H2OccurrenceStore(database), () -> new H2AnswerStore(database),
                WatchHistory.Elsewhere.nothing());
        var passing = new ClockPace(clock, Subject.values().length + 7);
        pace = Optional.of(passing);
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), false, Optional.of(history)), _ -> cloud.cloud(), catalogue, clock, passing);
        watch.stacks(List.of(file), List.of());
        watch.start();
        passing.settle();
        return watch;
    }

    private void pass(Duration length) throws InterruptedException {
        for (Duration left = length; left.isPositive(); left = left.minusSeconds(10)) {
            pace.orElseThrow().pass(Duration.ofSeconds(10));
        }
    }

    private static PastSnapshot past(LiveWatch watch, Instant moment) {
        var answer = new CompletableFuture<PastSnapshot>();
        watch.past().at(moment, Set.of(), answer::complete);
        return answer.join();
    }

    private static Service api(PastSnapshot past) {
        return only(past.shown().orElseThrow()).services().getFirst();
    }

    @Test
    void ofATimeInWhichNobodyLookedNothingIsShown() throws InterruptedException {
        Instant last;
        try (LiveWatch _ = console(SHOP)) {
            pass(Duration.ofMinutes(3));
            last = clock.instant();
        }
        clock.forward(Duration.ofHours(2));
        Instant next = clock.instant();
        try (LiveWatch second = console(SHOP)) {
            pass(Duration.ofMinutes(2));

            PastSnapshot gap = past(second, last.plus(Duration.ofMinutes(40)));
            assertThat(gap.shown()).isEmpty();
            assertThat(gap.unseen()).containsExactly(new Unseen(SHOP.id(), Optional.of(last), Optional.of(next)));
            assertThat(past(second, last).shown()).isPresent();
            assertThat(past(second, next).shown()).isPresent();
            assertThat(past(second, Rig.NOW.minusSeconds(1)).unseen())
                    .containsExactly(new Unseen(SHOP.id(), Optional.empty(), Optional.of(Rig.NOW)));
        }
    }

    @Test
    void whatTheComputerSleptThroughIsAGapOfOneConsoleToo() throws InterruptedException {
        try (LiveWatch watch = console(SHOP)) {
            pass(Duration.ofMinutes(2));
            Instant asleep = clock.instant();
            pace.orElseThrow().pass(Duration.ofHours(1));
            pass(Duration.ofMinutes(2));

            assertThat(past(watch, asleep.plus(Duration.ofMinutes(30))).shown()).isEmpty();
            assertThat(past(watch, asleep.minusSeconds(20)).shown()).isPresent();
            assertThat(past(watch, clock.instant()).shown()).isPresent();
        }
    }

    @Test
    void aSampleThatCameLateIsNotShownAsKnownBefore() throws InterruptedException {
        try (LiveWatch watch = console(SHOP)) {
            pass(Duration.ofMinutes(1));
            Instant before = clock.instant();
            Rig.cpu(cloud, Rig.levelUntil(41, 77));
            pass(Duration.ofMinutes(6));

            assertThat(api(past(watch, before)).cpu().latest().state().latest()).contains(40.0);
            assertThat(api(past(watch, clock.instant())).cpu().recent().last().orElseThrow().value()).isEqualTo(77);
        }
    }

    @Test
    void aFigureHasTheAgeAndTheFailureThatItHad() throws InterruptedException {
        try (LiveWatch watch = console(SHOP)) {
            pass(Duration.ofSeconds(30));
            Instant well = clock.instant();
            Loadable<?> read = only(watch.current()).services().getFirst().state().state();
            cloud.failEverything(Failure.throttled("ecs:DescribeServices"));
            pass(Duration.ofSeconds(80));
            Instant failing = clock.instant();
            Loadable<?> stale = only(watch.current()).services().getFirst().state().state();
            pass(Duration.ofMinutes(2));

            assertThat(stale).isInstanceOf(Loadable.Stale.class);
            assertThat(api(past(watch, well)).state().state()).isEqualTo(read);
            assertThat(api(past(watch, failing)).state().state()).isEqualTo(stale);
        }
    }

    @Test
    void aStackIsJudgedByTheFileThatItHad() throws InterruptedException {
        StackFile strict = Rig.stack("shop", Rig.SHOP.replace("above: 95", "above: 30"));
        Instant before;
        try (LiveWatch _ = console(strict)) {
            pass(Duration.ofMinutes(1));
            before = clock.instant();
        }
        try (LiveWatch watch = console(SHOP)) {
            pass(Duration.ofMinutes(1));

            assertThat(full(past(watch, before.minusSeconds(1)))).isEqualTo(Condition.State.ALARM);
            assertThat(only(past(watch, before.minusSeconds(1)).shown().orElseThrow()).file()).isEqualTo(strict);
            assertThat(full(past(watch, clock.instant()))).isEqualTo(Condition.State.OK);
        }
    }

    private static Condition.State full(PastSnapshot past) {
        return only(past.shown().orElseThrow()).conditions().stream().filter(one -> one.name().equals("CPU is full"))
                .findFirst().orElseThrow().state();
    }

    @Test
    void whatAutoscalingDidIsKeptBeforeAwsForgetsIt() throws InterruptedException {
        var activity = new ScalingActivity("s1", Rig.NOW.minusSeconds(600), Optional.empty(), "Successful",
                "Setting desired count to 4.", "alarm high", "", List.of());
        cloud.activity(activity);
        try (LiveWatch _ = console(SHOP)) {
            pass(Duration.ofMinutes(1));
            pace.orElseThrow().pass(Duration.ofHours(6));
            pass(Duration.ofMinutes(1));
        }

        var service = new ServiceKey("shop", "api");
        assertThat(new H2FleetEventStore(database).read(Site.place(SHOP.access()), Set.of(service),
                new TimeRange(Rig.NOW.minusSeconds(3600), Rig.NOW), FleetEvent.Scaled.class))
                .containsExactly(new FleetEvent.Scaled(service, activity));
    }

    @Test
    void whatIsKeptInMemoryUntilThenIsShownASecondLater() throws InterruptedException {
        try (LiveWatch watch = console(SHOP)) {
            pass(Duration.ofSeconds(40));
            cloud.service("api", 1, 2);
            watch.refresh();
            pace.orElseThrow().settle();

            assertThat(api(past(watch, clock.instant())).state().state().latest().orElseThrow().running()).isOne();
        }
    }
}
