package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.EcsEvents;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2LedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A gap of five hours, and what a log tells of it.
class LedgerBackfillTest {

    private static final Instant NOW = Rig.NOW;
    private static final Instant LEFT = NOW.minus(Duration.ofHours(6));
    private static final Instant BACK = NOW.minus(Duration.ofHours(1));
    private static final TimeRange GAP = new TimeRange(LEFT, BACK);
    private static final ServiceKey API = new ServiceKey("shop", "api");
    private static final ServiceKey TASKS = Bookkeeping.tasksOf("shop");
    private static final TimeRange DAY = TimeRange.last(Duration.ofDays(1), NOW);
    private static final StackFile SHOP = Rig.stack("shop", Rig.SHOP + "eventLog: /events\n");

    private final MutableClock clock = new MutableClock(NOW);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Database database = Database.temporary(clock);
    private final LedgerStore store = new H2LedgerStore(database);
    private final LedgerBackfill backfill = new LedgerBackfill(() -> store, clock);
    private final Site site = site(SHOP);

    private Site site(StackFile stack) {
        return Site.of(stack.access(), List.of(stack), new Board(clock), _ -> cloud.cloud(),
                MetricCatalogue.standard(), new WatchSettings(Rhythm.standard(),
                        new Meter(PriceList.shipped(), clock), Money.usd("2"), false),
                clock);
    }

    @BeforeEach
    void closeForFiveHours() {
        store.looked(site.place(), Map.of(TASKS, new TimeRange(NOW.minus(Duration.ofHours(10)), LEFT)));
        store.looked(site.place(), Map.of(TASKS, new TimeRange(BACK, NOW)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void line(Instant at, String event) {
        cloud.logs().line(at, event);
    }

    private void line(Instant at) {
        line(at, EcsEvents.running("shop", "api", "other", at));
    }

    private List<TimeRange> gaps() {
        return store.watched(site.place(), TASKS, DAY).gaps(new TimeRange(NOW.minus(Duration.ofHours(10)), NOW));
    }

    private List<Interruption> interruptions() {
        return store.interruptions(site.place(), API, DAY);
    }

    @Test
    void aGapIsFilledAndClosed() {
        Instant notice = LEFT.plusSeconds(7200);
        line(LEFT.minusSeconds(600));
        line(notice, EcsEvents.notice("shop", "api", "a", notice));
        line(notice.plusSeconds(5), EcsEvents.pending("shop", "api", "b", notice.plusSeconds(5)));
        line(notice.plusSeconds(60), EcsEvents.running("shop", "api", "b", notice.plusSeconds(5)));
        line(notice.plusSeconds(125), EcsEvents.interrupted("shop", "api", "a", notice));
        line(BACK.plusSeconds(600));

        backfill.fill(site);

        assertThat(gaps()).isEmpty();
        assertThat(interruptions()).singleElement().satisfies(one -> {
            assertThat(one.learnt()).isEqualTo(Learnt.LOG);
            assertThat(one.at()).isEqualTo(notice);
            assertThat(one.stoppedAt()).isPresent();
            assertThat(one.replacement()).isPresent();
        });
        assertThat(store.watched(site.place(), API, GAP).parts()).as("events of the service, too").containsExactly(GAP);
    }

    @Test
    void theLogSpeaksFromItsFirstLineToItsLast() {
        Instant first = LEFT.plusSeconds(3600);
        Instant last = LEFT.plusSeconds(7200);
        line(first);
        line(last);

        backfill.fill(site);

        assertThat(gaps()).containsExactly(new TimeRange(LEFT, first), new TimeRange(last, BACK));
    }

    @Test
    void aLogThatIsSilentClosesNothing() {
        line(LEFT.minusSeconds(600));

        backfill.fill(site);

        assertThat(gaps()).containsExactly(GAP);
    }

    @Test
    void manyLinesAreReadPageByPageAndNoFurtherThanTheGap() {
        for (int line = 0; line < LedgerBackfill.PAGE * 2; line++) {
            line(LEFT.plusSeconds(line));
        }
        line(BACK.plusSeconds(1));
        line(LEFT.minusSeconds(1));

        backfill.fill(site);

        assertThat(gaps()).isEmpty();
        assertThat(cloud.logs().queries()).hasSize(4).allSatisfy(query -> {
            assertThat(query.group()).isEqualTo("/events");
            assertThat(query.order()).isEqualTo(LogQuery.Order.OLDEST_FIRST);
        });
    }

    @Test
    void pagesAreBoundedAndTheRestIsReadLater() {
        for (int line = 0; line <= LedgerBackfill.PAGE * LedgerBackfill.PAGES; line++) {
            line(LEFT.plusMillis(line * 100L));
        }
        line(BACK.plusSeconds(1));

        backfill.fill(site);
        assertThat(cloud.logs().queries()).hasSize(LedgerBackfill.PAGES + 1);
        assertThat(gaps()).singleElement().satisfies(rest -> assertThat(rest.from()).isAfter(LEFT));

        clock.forward(LedgerBackfill.AGAIN);
        store.looked(site.place(), Map.of(TASKS, new TimeRange(NOW, clock.instant())));
        backfill.fill(site);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void withoutAGapNobodyIsAsked() {
        store.looked(site.place(), Map.of(TASKS, GAP));

        backfill.fill(site);

        assertThat(cloud.logs().queries()).isEmpty();
    }

    @Test
    void withoutALogNobodyIsAsked() {
        backfill.fill(site(Rig.shop()));

        assertThat(cloud.logs().queries()).isEmpty();
    }

    @Test
    void aGapThatStaysIsAskedForLessAndLessOften() {
        backfill.fill(site);
        int once = cloud.logs().queries().size();
        clock.forward(LedgerBackfill.AGAIN.minusSeconds(1));
        backfill.fill(site);
        assertThat(cloud.logs().queries()).hasSize(once);

        clock.forward(Duration.ofSeconds(1));
        backfill.fill(site);
        assertThat(cloud.logs().queries()).hasSize(2 * once);

        clock.forward(LedgerBackfill.AGAIN);
        backfill.fill(site);
        assertThat(cloud.logs().queries()).as("twice as long").hasSize(2 * once);
    }

    @Test
    void aFailureIsToldAndClosesNothing() {
        Failure denied = Failure.denied("logs:FilterLogEvents");
        cloud.logs().fail(denied);

        backfill.fill(site);

        assertThat(gaps()).containsExactly(GAP);
        assertThat(site.board().eventLogs).containsEntry("shop", denied);

        cloud.logs().fail(null);
        clock.forward(LedgerBackfill.AGAIN);
        store.looked(site.place(), Map.of(TASKS, new TimeRange(NOW, clock.instant())));
        backfill.fill(site);
        assertThat(site.board().eventLogs).isEmpty();
    }

    @Test
    void eventsOfOtherClustersAndOtherLinesChangeNothing() {
        line(LEFT.minusSeconds(1));
        line(LEFT.plusSeconds(60), EcsEvents.interrupted("other", "api", "a", LEFT.plusSeconds(60)));
        line(LEFT.plusSeconds(90), "something else");
        line(BACK.plusSeconds(1));

        backfill.fill(site);

        assertThat(interruptions()).isEmpty();
        assertThat(gaps()).isEmpty();
    }
}
