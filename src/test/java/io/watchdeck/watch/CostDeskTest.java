package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Region;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.ApiCall;
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
import io.watchdeck.watch.CostQuestion.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What it takes to ask for the cost at once, and what is kept of the days.
class CostDeskTest {

    private static final LocalDate YESTERDAY = LocalDate.parse("2026-09-21");

    private final MutableClock clock = new MutableClock(NOW);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Meter meter = new Meter(PriceList.shipped(), clock);
    private final StackFile shop = Rig.shop();
    private final StackFile other = Rig.small("Other", "production", "");
    private final CountDownLatch answered = new CountDownLatch(2);

    private Site site(Optional<WatchHistory> history, StackFile... stacks) {
        var site = Site.of(shop.access(), List.of(stacks), new Board(clock), _ -> cloud.cloud(),
                MetricCatalogue.standard(), settings(false, history), clock);
        site.reader().read(Subject.IDENTITY);
        return site;
    }

    private WatchSettings settings(boolean sandbox, Optional<WatchHistory> history) {
        return new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), sandbox, history);
    }

    private CostDesk desk(Site site, boolean sandbox) {
        return new LiveCostDesk(() -> List.of(site), settings(sandbox, Optional.empty()), answered::countDown, _ -> {});
    }

    private void spend(int questions) {
        for (int one = 0; one < questions; one++) {
            meter.count(new ApiCall("1", new Region("eu-west-1"), "Cost Explorer", "GetCostAndUsage", 1));
        }
    }

    @Test
    void aQuestionSaysItsPriceByTheMetersOwnList() {
        CostQuestion question = desk(site(Optional.empty(), shop), false).question(shop.id());

        assertThat(question.requests()).isEqualTo(1);
        assertThat(question.price()).isEqualByComparingTo(Money.usd("0.01"));
        assertThat(question.refusal()).isEmpty();
    }

    @Test
    void aPersonMayAskHoweverYoungTheAnswerIs() throws InterruptedException {
        Site site = site(Optional.empty(), shop, other);
        site.reader().read(Subject.COST);
        clock.forward(Duration.ofMinutes(1));
        site.reader().read(Subject.COST);
        assertThat(cloud.calls(Subject.COST)).as("not twice by itself").hasSize(1);

        desk(site, false).ask(shop.id());

        assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(cloud.calls(Subject.COST)).hasSize(2);
        assertThat(site.board().cost.get(other.id()).latestAsOf()).as("at the same price").contains(clock.instant());
    }

    @Test
    void aPersonMayAskWhereCostWouldBeSparedButNotBeyondTheCap() throws InterruptedException {
        meter.limit(Money.usd("0.10"));
        Site site = site(Optional.empty(), shop);
        CostDesk desk = desk(site, false);
        spend(9);
        site.reader().read(Subject.COST);
        assertThat(cloud.calls(Subject.COST)).isEmpty();

        assertThat(desk.question(shop.id()).refusal()).isEmpty();
        desk.ask(shop.id());
        assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(site.board().cost.get(shop.id())).isInstanceOf(Loadable.Ready.class);

        spend(1);
        assertThat(desk.question(shop.id()).refusal()).contains(Refusal.CAP);
        desk.ask(shop.id());
        assertThat(cloud.calls(Subject.COST)).hasSize(1);
    }

    @Test
    void nobodyIsAskedInTheSandboxNorWhereNothingMayBeRead() {
        Site site = site(Optional.empty(), shop);

        assertThat(desk(site, true).question(shop.id()).refusal()).contains(Refusal.SANDBOX);
        assertThat(desk(site, false).question(new StackId("nowhere")).refusal()).contains(Refusal.CLOSED);
        cloud.fail(Subject.IDENTITY, Failure.expired("default"));
        StackFile guarded = Rig.stack("shop", Rig.SHOP + "account: '999999999999'\n");
        assertThat(desk(site(Optional.empty(), guarded), false).question(guarded.id()).refusal())
                .contains(Refusal.CLOSED);
    }

    @Test
    void theDaysAreKeptForYearsAndTheNewestWordIsThatOfTheLastAnswer() throws Exception {
        try (Database database = Database.temporary(clock)) {
            var catalogue = MetricCatalogue.standard();
            var days = new H2CostDayStore(database);
            var history = new WatchHistory(new MetricArchive(() -> new MetricArchive.Stores(
                    new H2MetricStore(database, catalogue), new H2CoverageStore(database)), catalogue),
                    () -> new H2StateStore(database), () -> new H2FleetEventStore(database), () -> days,
                    () -> new H2OccurrenceStore(database), () -> new H2LedgerStore(database));
            Site site = site(Optional.of(history), shop);
            LocalDate lastYear = YESTERDAY.minusYears(1);
            days.add(site.place(), CostReader.filter(shop), List.of(day(lastYear, "3"), day(YESTERDAY, "4")), NOW);
            site.reader().read(Subject.COST);
            var desk = new LiveCostDesk(() -> List.of(site), settings(false, Optional.of(history)), () -> {}, _ -> {});

            var told = new CompletableFuture<Map<StackId, List<BilledDays>>>();
            desk.days(lastYear, told::complete);

            assertThat(told.get(20, TimeUnit.SECONDS).get(shop.id())).extracting(some -> some.first() + " "
                    + some.total().orElseThrow().amount()).containsExactly(lastYear + " 3", YESTERDAY + " 10");
            new CostKeeping(history.costDays()).keep(List.of(site));
            assertThat(days.read(site.place(), CostReader.filter(shop), YESTERDAY, LocalDate.MAX))
                    .extracting(some -> some.total().orElseThrow().amount().intValueExact()).containsExactly(10);
        }
    }

    private static BilledDays day(LocalDate day, String dollars) {
        return new BilledDays(day, day.plusDays(1), Map.of("ECS", Money.usd(dollars)), false);
    }
}
