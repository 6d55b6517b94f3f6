package io.watchdeck.fleet.ledger;

import static io.watchdeck.fleet.ledger.Lines.API;
import static io.watchdeck.fleet.ledger.Lines.NOW;
import static io.watchdeck.fleet.ledger.Lines.PLACE;
import static io.watchdeck.fleet.ledger.Lines.at;
import static io.watchdeck.fleet.ledger.Lines.interrupted;
import static io.watchdeck.fleet.ledger.Lines.notice;
import static io.watchdeck.fleet.ledger.Lines.replacement;
import static io.watchdeck.fleet.ledger.Lines.spot;
import static io.watchdeck.fleet.ledger.Lines.stopped;
import static io.watchdeck.fleet.ledger.Lines.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.Bookkeeping.Seen;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.TimeRange;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2LedgerStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BookkeepingTest {

    private static final TimeRange ALL = new TimeRange(at(-1_000_000), at(1_000_000));
    private static final TaskState OLD = spot("old", -9000, -8900);

    private final Database database = Database.temporary(new MutableClock(NOW));
    private final LedgerStore store = new H2LedgerStore(database);
    private final Bookkeeping book = new Bookkeeping(store, PLACE);

    @AfterEach
    void close() {
        database.close();
    }

    private List<Interruption> interruptions() {
        return store.interruptions(PLACE, API, ALL);
    }

    private void look(long second, TaskState... tasks) {
        book.look("shop", List.of(tasks), at(second));
    }

    private List<TimeRange> watched(ServiceKey what) {
        return store.watched(PLACE, what, ALL).parts();
    }

    @Test
    void theNoticeGivesALineAtOnceWhichIsCompletedWhenTheTaskStops() {
        look(-200, notice(OLD, -210, "", ""));

        assertThat(interruptions()).singleElement().satisfies(one -> {
            assertThat(one.at()).isEqualTo(at(-210));
            assertThat(one.stoppedAt()).isEmpty();
            assertThat(one.stopCode()).isEmpty();
        });

        look(-80, interrupted(OLD, -210, -90), spot("new", -205, -60));

        assertThat(interruptions()).singleElement().satisfies(one -> {
            assertThat(one.seenAt()).isEqualTo(at(-200));
            assertThat(one.stoppedAt()).contains(at(-90));
            assertThat(one.stopCode()).isEqualTo("SpotInterruption");
            assertThat(one.replacement()).contains(replacement("new", -60));
            assertThat(one.timeToReplacement()).contains(Duration.ofSeconds(30));
            assertThat(one.age()).contains(Duration.ofSeconds(8690));
        });
    }

    @Test
    void aNoticeThatWasNoneIsTakenBack() {
        look(-200, notice(OLD, -210, "", ""));
        look(-80, stopped(OLD, -210, -90, "ServiceSchedulerInitiated", "Scaling activity initiated by (deployment x)"));

        assertThat(interruptions()).isEmpty();
    }

    @Test
    void whatAwsOnceSaidIsNotTakenBack() {
        look(-200, notice(OLD, -210, "SpotInterruption", ""));
        look(-80, stopped(OLD, -210, -90, "UserInitiated", "bye"));

        assertThat(interruptions()).hasSize(1);
    }

    @Test
    void pollsAndRestartsGiveOneLine() {
        look(-80, interrupted(OLD, -210, -90));
        look(-50, interrupted(OLD, -210, -90));
        new Bookkeeping(store, PLACE).look("shop", List.of(interrupted(OLD, -210, -90)), at(-20));

        assertThat(interruptions()).hasSize(1);
    }

    @Test
    void aReplacementIsFoundThoughNobodyLookedForHours() {
        look(-20_000, notice(OLD, -20_010, "SpotInterruption", ""));
        look(0, spot("new", -20_005, -19_900));

        assertThat(interruptions()).singleElement().extracting(Interruption::replacement)
                .isEqualTo(Optional.of(replacement("new", -19_900)));
    }

    @Test
    void tasksOfAnotherServiceReplaceNothing() {
        TaskState other = new TaskState("arn:task/w", "worker", "w:1", "RUNNING", "RUNNING", "FARGATE_SPOT", "", "",
                Optional.of(at(-205)), Optional.of(at(-190)), Optional.empty(), Optional.empty(), "", "", List.of());
        look(-80, interrupted(OLD, -210, -90), other);

        assertThat(interruptions()).singleElement().extracting(Interruption::replacement).isEqualTo(Optional.empty());
    }

    @Test
    void aLookCoversTheHourBeforeIt() {
        look(-3600, OLD);
        look(0, OLD);
        look(7200, OLD);

        assertThat(watched(Bookkeeping.tasksOf("shop"))).containsExactly(new TimeRange(at(-7200), at(0)),
                new TimeRange(at(3600), at(7200)));
        assertThat(watched(API)).as("nobody looked at its events").isEmpty();
    }

    @Test
    void noLookTellsOfATimeBeforeTheAccountBegan() {
        new Bookkeeping(store, PLACE, at(-600)).look("shop", List.of(), at(0));

        assertThat(watched(Bookkeeping.tasksOf("shop"))).containsExactly(new TimeRange(at(-600), at(0)));
    }

    @Test
    void whatRanOnSpotIsKnownWithItsEnd() {
        TaskState demand = task("demand", "FARGATE", -9000, -8900);
        look(-100, OLD, demand, spot("gone", -500, -400));
        look(-50, interrupted(OLD, -210, -90), demand, spot("gone", -500, -400));
        look(10_000, demand);

        assertThat(store.running(PLACE, "shop")).isEmpty();
        assertThat(ran(-8890, -8850)).isEqualTo(1);
        assertThat(ran(-89, -60)).as("the one that was interrupted has stopped").isEqualTo(1);
        assertThat(ran(-49, 9999)).as("the other one ended while nobody looked: it ran until the last look").isZero();
    }

    private int ran(long from, long to) {
        return store.ran(PLACE, API, Watched.of(List.of(new TimeRange(at(from), at(to)))));
    }

    private static ServiceState service(List<ServiceEvent> events) {
        return new ServiceState("api", "arn:api", "ACTIVE", 2, 2, 0, List.of(), "FARGATE", "api:7", List.of(),
                List.of(),
                events);
    }

    private static ServiceEvent event(int number, long second, String words) {
        return new ServiceEvent("e" + number, at(second), "(service api) " + words);
    }

    private void told(List<ServiceEvent> events) {
        book.told(Map.of(API, service(events)), Map.of(API, NOW));
    }

    @Test
    void placementFailuresComeFromTheEventsOfTheService() {
        List<ServiceEvent> events = List.of(
                event(1, -30, "was unable to place a task. Reason: Capacity is unavailable at this time."),
                event(2, -60, "has reached a steady state."));
        told(events);
        told(events);

        assertThat(store.read(PLACE, Set.of(API), ALL, Optional.empty(), 9)).singleElement()
                .isEqualTo(new PlacementFailure(API, "e1", at(-30), PlacementFailure.Cause.CAPACITY,
                        events.getFirst().message(), Learnt.SERVICE_EVENT));
    }

    @Test
    void eventsCoverAnHourOrLongerWhereOlderOnesAreStillThere() {
        told(List.of(event(1, -30, "has reached a steady state.")));
        assertThat(watched(API)).containsExactly(new TimeRange(at(-3600), NOW));

        told(List.of(event(1, -30, "has reached a steady state."), event(2, -9000, "has started 1 tasks")));
        assertThat(watched(API)).containsExactly(new TimeRange(at(-9000), NOW));
        assertThat(watched(Bookkeeping.tasksOf("shop"))).isEmpty();
    }

    @Test
    void aHundredEventsCoverOnlyTheTimeSinceTheOldest() {
        var storm = new ArrayList<ServiceEvent>();
        for (int number = 0; number < 100; number++) {
            storm.add(event(number, -number * 10L, "was unable to place a task."));
        }
        told(storm);

        assertThat(watched(API)).containsExactly(new TimeRange(at(-990), NOW));
    }

    @Test
    void aLogFillsWhatNobodySawAndSaysSo() {
        book.logged("shop", List.of(new Seen(interrupted(OLD, -5000, -4880), at(-4870)),
                new Seen(spot("new", -4990, -4900), at(-4890))), List.of(), at(-4000));
        book.logged("shop", List.of("api"), new TimeRange(at(-6000), at(-4000)));

        assertThat(interruptions()).singleElement().satisfies(one -> {
            assertThat(one.learnt()).isEqualTo(Learnt.LOG);
            assertThat(one.seenAt()).isEqualTo(at(-4870));
            assertThat(one.timeToReplacement()).contains(Duration.ZERO);
        });
        assertThat(watched(Bookkeeping.tasksOf("shop"))).containsExactly(new TimeRange(at(-6000), at(-4000)));
        assertThat(watched(API)).containsExactly(new TimeRange(at(-6000), at(-4000)));
    }

    @Test
    void anEventThatTheServiceToldIsNotEnteredAgainFromTheLog() {
        told(List.of(event(1, -30, "was unable to place a task.")));
        book.logged("shop", List.of(), List.of(new PlacementFailure(API, "bridge-1", at(-25),
                PlacementFailure.Cause.CAPACITY, "SERVICE_TASK_PLACEMENT_FAILURE", Learnt.LOG),
                new PlacementFailure(API, "bridge-2", at(-300), PlacementFailure.Cause.CAPACITY,
                        "SERVICE_TASK_PLACEMENT_FAILURE", Learnt.LOG)),
                NOW);

        assertThat(store.read(PLACE, Set.of(API), ALL, Optional.empty(), 9)).extracting(LedgerEntry::id)
                .containsExactly("e1", "bridge-2");
    }
}
