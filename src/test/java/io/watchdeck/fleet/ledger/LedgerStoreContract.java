package io.watchdeck.fleet.ledger;

import static io.watchdeck.fleet.ledger.Lines.API;
import static io.watchdeck.fleet.ledger.Lines.NOW;
import static io.watchdeck.fleet.ledger.Lines.PLACE;
import static io.watchdeck.fleet.ledger.Lines.WORKER;
import static io.watchdeck.fleet.ledger.Lines.at;
import static io.watchdeck.fleet.ledger.Lines.failure;
import static io.watchdeck.fleet.ledger.Lines.interruption;
import static io.watchdeck.fleet.ledger.Lines.replacement;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.LedgerEntry.Kind;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import io.watchdeck.fleet.ledger.LedgerStore.Count;
import io.watchdeck.fleet.ledger.LedgerStore.Mark;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [LedgerStore] keeps.
public abstract class LedgerStoreContract {

    private static final TimeRange DAY = new TimeRange(NOW.minus(Duration.ofDays(1)), NOW);
    private static final ServiceKey TASKS = Bookkeeping.tasksOf("shop");

    private LedgerStore store;

    /// Empty.
    protected abstract LedgerStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    private List<LedgerEntry> newest(ServiceKey... services) {
        return store.read(PLACE, Set.of(services), DAY, Optional.empty(), 100);
    }

    private static TimeRange range(long from, long to) {
        return new TimeRange(at(from), at(to));
    }

    @Test
    void linesComeBackAsTheyWereTheNewestFirst() {
        Interruption replaced = interruption("a", -900).replacedBy(replacement("b", -700));
        store.put(PLACE, List.of(replaced, failure("e1", -300), interruption(WORKER, "w", -600)));

        assertThat(newest(API, WORKER)).containsExactly(failure("e1", -300), interruption(WORKER, "w", -600), replaced);
        assertThat(newest(API)).containsExactly(failure("e1", -300), replaced);
        assertThat(newest()).isEmpty();
        assertThat(store.read("us-east-1 - - -", Set.of(API), DAY, Optional.empty(), 100)).isEmpty();
    }

    @Test
    void aLineIsKeptOnceAndNeverLosesWhatWasKnown() {
        Interruption known = interruption("a", -900).replacedBy(replacement("b", -700));
        var bare = new Interruption(API, known.task(), "", "", Optional.empty(), at(-100), Optional.empty(),
                Optional.empty(), "", "", Learnt.LOG, Optional.empty());
        store.put(PLACE, List.of(known));
        store.put(PLACE, List.of(bare, failure("e1", -300)));
        store.put(PLACE, List.of(failure("e1", -300)));

        assertThat(newest(API)).containsExactly(failure("e1", -300), known);
    }

    @Test
    void aLineLearnsWhatIsKnownLater() {
        Interruption whole = interruption("a", -900);
        var notice = new Interruption(API, whole.task(), whole.zone(), whole.provider(), whole.startedAt(),
                whole.seenAt(), Optional.empty(), Optional.empty(), "", "", Learnt.POLLED, Optional.empty());
        store.put(PLACE, List.of(notice));
        store.put(PLACE, List.of(whole));

        assertThat(newest(API)).containsExactly(whole);
        assertThat(store.read(PLACE, Set.of(API), range(-901, -899), Optional.empty(), 9))
                .as("it lies where the later word puts it").hasSize(1);
        assertThat(store.briefs(PLACE, API, DAY)).extracting(Brief::at).containsExactly(at(-900));
    }

    @Test
    void whatWasNoneIsTakenBack() {
        store.put(PLACE, List.of(interruption("a", -900), interruption("b", -800), failure("arn:task/a", -300)));

        store.withdraw(PLACE, List.of("arn:task/a"));
        store.withdraw(PLACE, List.of());

        assertThat(newest(API)).containsExactly(failure("arn:task/a", -300), interruption("b", -800));
        assertThat(store.briefs(PLACE, API, DAY)).extracting(Brief::at).containsExactly(at(-800));
        assertThat(store.counts(PLACE, API, DAY)).extracting(Count::kind).containsExactly(Kind.INTERRUPTION,
                Kind.PLACEMENT_FAILURE);
    }

    @Test
    void pagesFollowEachOtherWithoutAHoleAlsoAmongLinesOfOneInstant() {
        store.put(PLACE, List.of(interruption("a", -900), interruption("b", -600), interruption("c", -600),
                interruption("d", -600), interruption("e", -300)));

        List<LedgerEntry> first = store.read(PLACE, Set.of(API), DAY, Optional.empty(), 2);
        List<LedgerEntry> second =
                store.read(PLACE, Set.of(API), DAY, Optional.of(Mark.of(first.getLast())), 2);
        List<LedgerEntry> third = store.read(PLACE, Set.of(API), DAY, Optional.of(Mark.of(second.getLast())), 2);

        assertThat(first).extracting(LedgerEntry::id).containsExactly("arn:task/e", "arn:task/d");
        assertThat(second).extracting(LedgerEntry::id).containsExactly("arn:task/c", "arn:task/b");
        assertThat(third).extracting(LedgerEntry::id).containsExactly("arn:task/a");
    }

    @Test
    void theRangeHoldsItsBeginAndNotItsEnd() {
        store.put(PLACE, List.of(interruption("first", -86_400), interruption("last", 0)));

        assertThat(newest(API)).extracting(LedgerEntry::id).containsExactly("arn:task/first");
        assertThat(store.interruptions(PLACE, API, DAY)).hasSize(1);
        assertThat(store.briefs(PLACE, API, DAY)).hasSize(1);
        assertThat(store.counts(PLACE, API, DAY)).extracting(Count::lines).containsExactly(1);
    }

    @Test
    void interruptionsAreToldTheOldestFirst() {
        store.put(PLACE, List.of(interruption("b", -600), failure("e", -700), interruption("a", -900)));

        assertThat(store.interruptions(PLACE, API, DAY)).containsExactly(interruption("a", -900),
                interruption("b", -600));
    }

    @Test
    void briefsTellOfReplacementsAndHowLongTheyTook() {
        var neverRan = new Interruption(API, "arn:task/n", "", "FARGATE_SPOT", Optional.empty(), at(-100),
                Optional.of(at(-100)), Optional.empty(), "SpotInterruption", "", Learnt.POLLED,
                Optional.of(replacement("m", -50)));
        store.put(PLACE, List.of(interruption("a", -900).replacedBy(replacement("b", -750)), interruption("c", -600),
                neverRan));

        assertThat(store.briefs(PLACE, API, DAY)).containsExactly(
                new Brief(at(-900), true, true, Optional.of(Duration.ofSeconds(30))),
                new Brief(at(-600), true, false, Optional.empty()), new Brief(at(-100), false, true, Optional.empty()));
    }

    @Test
    void linesAreCountedByQuarterOfAnHourAndKind() {
        // 04:42:30 is in the quarter of 04:30.
        store.put(PLACE, List.of(interruption("a", -1), interruption("b", -100), failure("e", -10),
                interruption("c", -3600), interruption(WORKER, "w", -1)));

        assertThat(store.counts(PLACE, API, DAY)).containsExactly(
                new Count(Instant.parse("2026-09-22T03:30:00Z"), Kind.INTERRUPTION, 1),
                new Count(Instant.parse("2026-09-22T04:30:00Z"), Kind.INTERRUPTION, 2),
                new Count(Instant.parse("2026-09-22T04:30:00Z"), Kind.PLACEMENT_FAILURE, 1));
        assertThat(store.counts(PLACE, API, range(-50, 0))).as("of the range, not of whole quarters")
                .extracting(Count::lines).containsExactly(1, 1);
    }

    @Test
    void daysAreWholeInEveryRange() {
        // NOW is 16,950 s after the begin of the day in UTC.
        store.put(PLACE, List.of(interruption("yesterday", -16_951), interruption("midnight", -16_950),
                interruption("today", -16_949), interruption("long ago", -40 * 86_400)));

        assertThat(store.briefs(PLACE, API, range(-16_951, -16_949))).extracting(Brief::at)
                .containsExactly(at(-16_951), at(-16_950));
        assertThat(store.briefs(PLACE, API, range(-50 * 86_400, 0))).hasSize(4);
        assertThat(store.counts(PLACE, API, range(-50 * 86_400, 0))).extracting(Count::lines)
                .containsExactly(1, 1, 2);
    }

    @Test
    void aLineThatMovesToAnotherDayIsCountedThere() {
        var noticed = new Interruption(API, "arn:task/a", "", "FARGATE_SPOT", Optional.of(at(-90_000)), at(-16_900),
                Optional.empty(), Optional.empty(), "", "", Learnt.POLLED, Optional.empty());
        store.put(PLACE, List.of(noticed));
        store.put(PLACE, List.of(interruption("a", -17_000)));

        assertThat(store.briefs(PLACE, API, range(-16_950, 0))).isEmpty();
        assertThat(store.counts(PLACE, API, range(-90_000, 0))).extracting(Count::lines).containsExactly(1);
    }

    @Test
    void whoRanOverDaysIsCountedWhereverItsEndIs() {
        store.ran(PLACE, List.of(run("over", -90_000, -16_900L), run("before", -200_000, -100_000L),
                run("runs", -300_000, null), run("in the gap", -60_000, -20_000L)));

        assertThat(store.ran(PLACE, API, Watched.of(List.of(range(-80_000, -70_000), range(-10_000, 0)))))
                .isEqualTo(2);
        assertThat(store.ran(PLACE, API, Watched.of(List.of(range(-300_000, 0))))).isEqualTo(4);
    }

    @Test
    void whoRanWhileSomebodyWatchedIsCountedOnce() {
        store.ran(PLACE, List.of(run("before", -9000, -8000L), run("into", -9000, -6500L), run("all", -9000, null),
                run("gap", -5500, -5000L), run("late", -4500, -3500L), run("after", -500, null)));
        store.ran(PLACE, List.of(run("all", -9000, -100L)));
        Watched watched = Watched.of(List.of(range(-7000, -6000), range(-4000, -1000)));

        assertThat(store.ran(PLACE, API, watched)).isEqualTo(3);
        assertThat(store.ran(PLACE, WORKER, watched)).isZero();
        assertThat(store.ran(PLACE, API, Watched.never())).isZero();
    }

    private static SpotRun run(String task, long started, Long ended) {
        return new SpotRun(API, "arn:task/" + task, at(started), Optional.ofNullable(ended).map(Lines::at));
    }

    @Test
    void whatIsNotKnownToHaveEndedRuns() {
        store.ran(PLACE, List.of(run("a", -900, null), run("b", -900, null), run("c", -900, -100L)));
        store.ran(PLACE, List.of(run("a", -900, -50L)));
        store.ran("elsewhere", List.of(run("d", -900, null)));

        assertThat(store.running(PLACE, "shop")).containsExactly(run("b", -900, null));
        assertThat(store.running(PLACE, "other")).isEmpty();
    }

    @Test
    void looksThatTouchBecomeOne() {
        store.looked(PLACE, Map.of(TASKS, range(-900, -600)));
        store.looked(PLACE, Map.of(TASKS, range(-600, -500), API, range(-100, 0)));
        store.looked(PLACE, Map.of(TASKS, range(-300, -200)));

        assertThat(store.watched(PLACE, TASKS, DAY).parts()).containsExactly(range(-900, -500), range(-300, -200));
        assertThat(store.watched(PLACE, API, DAY).parts()).containsExactly(range(-100, 0));
        assertThat(store.watched(PLACE, TASKS, range(-700, -250)).parts()).containsExactly(range(-700, -500),
                range(-300, -250));
    }

    @Test
    void aLookOverAGapClosesItAndOneInsideChangesNothing() {
        store.looked(PLACE, Map.of(TASKS, range(-900, -800)));
        store.looked(PLACE, Map.of(TASKS, range(-700, -600)));
        store.looked(PLACE, Map.of(TASKS, range(-500, -400)));
        store.looked(PLACE, Map.of(TASKS, range(-850, -450)));
        store.looked(PLACE, Map.of(TASKS, range(-800, -700)));
        store.looked(PLACE, Map.of(TASKS, range(-950, -890)));

        assertThat(store.watched(PLACE, TASKS, DAY).parts()).containsExactly(range(-950, -400));
        assertThat(store.since(PLACE, TASKS)).contains(at(-950));
        assertThat(store.since(PLACE, API)).isEmpty();
    }

    @Test
    void whatIsOldIsForgotten() {
        store.put(PLACE, List.of(interruption("old", -900), interruption("new", -100)));
        store.ran(PLACE, List.of(run("old", -900, -800L), run("long", -900, -100L), run("runs", -900, null)));
        store.looked(PLACE, Map.of(TASKS, range(-900, -800)));
        store.looked(PLACE, Map.of(TASKS, range(-700, -100)));

        store.forget(at(-600));

        assertThat(newest(API)).extracting(LedgerEntry::id).containsExactly("arn:task/new");
        assertThat(store.briefs(PLACE, API, DAY)).extracting(Brief::at).containsExactly(at(-100));
        assertThat(store.ran(PLACE, API, Watched.of(List.of(DAY)))).isEqualTo(2);
        assertThat(store.since(PLACE, TASKS)).contains(at(-700));
    }
}
