package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.CostNeed.Asked;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who makes the console ask what stacks cost, each time for a cent.
@Timeout(30)
class CostNeedTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String JUDGED = """
            plan: {total: 80}
            cost: {tags: {Project: shop}}
            """;
    private static final String RULE =
            "  - {name: Budget, metric: cost.forecast, above: 80 % of plan, period: 1h, missing: ignore, severity: notice}\n";

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final ClockPace pace = new ClockPace(clock, Subject.values().length + 3);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final AtomicInteger budgets = new AtomicInteger();
    private final CostNeed need = new CostNeed(Asked.NEEDED);
    private final LiveWatch watch = new LiveWatch(new WatchSettings(Rhythm.standard(),
            new Meter(PriceList.shipped(), clock), Money.usd("2"), false, need, Optional.empty()), _ -> cloud.cloud(),
            MetricCatalogue.standard(), clock, pace);

    @AfterEach
    void close() {
        watch.close();
    }

    private void start(StackFile... stacks) throws InterruptedException {
        cloud.budgets(() -> {
            budgets.incrementAndGet();
            return Reading.known(List.of(), clock.instant());
        });
        watch.stacks(List.of(stacks), List.of());
        watch.start();
        pace.settle();
    }

    private StackSnapshot shop() {
        return watch.current().stacks().getFirst();
    }

    private int asked() {
        return cloud.calls(Subject.COST).size();
    }

    private void pass(int hours) throws InterruptedException {
        for (int i = 0; i < hours; i++) {
            pace.pass(HOUR);
        }
    }

    /// What is asked for beside the schedule is asked for on a thread of its own.
    private void await(BooleanSupplier done) throws InterruptedException {
        var changed = new Semaphore(0);
        try (Watch.Subscription _ = watch.subscribe(_ -> changed.release())) {
            while (!done.getAsBoolean()) {
                changed.tryAcquire(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean isKnown() {
        return shop().cost().state() instanceof Loadable.Ready;
    }

    @Test
    void whatNobodyNeedsIsNotAskedForAndSaysSo() throws InterruptedException {
        start(Rig.shop());

        pass(49);

        assertThat(asked()).isZero();
        assertThat(shop().cost().state().problem().filter(Failure::isNotAsked)).isPresent();
        assertThat(Rig.gaps(shop())).containsEntry("cost", "notKept");
        assertThat(Rig.deciding(shop())).doesNotContain("cost");
        assertThat(budgets).as("they are free").hasValue(3);
    }

    @Test
    void whoeverOpensCostMakesItAskAndNotAgainWithinADay() throws InterruptedException {
        start(Rig.shop());

        watch.costs().look(true);
        await(this::isKnown);
        assertThat(asked()).isEqualTo(1);
        watch.costs().look(false);
        pass(23);
        watch.costs().look(true);
        watch.costs().look(false);
        assertThat(asked()).isEqualTo(1);

        pass(30);
        assertThat(asked()).as("nobody looks").isEqualTo(1);
        assertThat(shop().cost().state().latest()).as("kept, with its date").isPresent();
        watch.costs().look(true);
        await(() -> asked() == 2);
    }

    @Test
    void beforeTheReadingBeginsNothingIsDue() throws InterruptedException {
        watch.stacks(List.of(Rig.shop()), List.of());

        watch.costs().look(true);
        watch.visible(true);
        await(() -> watch.costs().question(Rig.shop().id()).refusal().filter(CostQuestion.Refusal.ASKING::equals)
                .isEmpty());
        assertThat(asked()).as("what is kept is not back yet").isZero();

        watch.start();
        pace.settle();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void whoeverStaysAtTheCostScreenSeesItAskedForEachDay() throws InterruptedException {
        start(Rig.shop());
        watch.costs().look(true);
        await(this::isKnown);

        pass(25);
        await(() -> asked() == 2);

        watch.visible(false);
        pass(50);
        assertThat(asked()).as("a hidden window shows nothing").isEqualTo(2);
        watch.visible(true);
        await(() -> asked() == 3);
    }

    @Test
    void whileTheReadingRestsNothingIsAskedByItself() throws InterruptedException {
        start(Rig.shop());
        watch.pause(true);

        watch.costs().look(true);
        assertThat(asked()).isZero();
        assertThat(watch.costs().question(Rig.shop().id()).refusal()).as("not by itself").isEmpty();

        watch.pause(false);
        await(() -> asked() == 1);
    }

    @Test
    void aRuleOverCostMakesItAskedForEveryDay() throws InterruptedException {
        start(Rig.stack("shop", Rig.SHOP + RULE + JUDGED));

        assertThat(asked()).isEqualTo(1);
        assertThat(isKnown()).isTrue();
        pass(48);
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void aRuleOfOneStackAnswersForAllOfItsAccountWhateverTheirRegion() {
        StackFile judged = Rig.stack("shop", Rig.SHOP + RULE + JUDGED);
        StackFile far = Rig.stack("far", "stack: Far\nenvironment: test\nregion: us-east-1\ncluster: far\n"
                + "services: [{name: far-api}]\n");
        StackFile stranger = Rig.small("Other", "production", "other");

        need.watch(List.of(judged, far, stranger));

        assertThat(need.isOf(judged.access())).isTrue();
        assertThat(need.isOf(far.access())).isTrue();
        assertThat(need.isOf(stranger.access())).isFalse();
    }

    @Test
    void anotherChoiceHoldsAtOnce() throws InterruptedException {
        start(Rig.shop());

        watch.costs(Asked.DAILY);
        await(() -> asked() == 1);
        pass(25);
        assertThat(asked()).isEqualTo(2);

        watch.costs(Asked.NEEDED);
        pass(50);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aSingleReadingAsksWhereItIsToldTo() throws InterruptedException {
        start(Rig.shop());
        watch.readOnce(EnumSet.of(Subject.IDENTITY, Subject.SERVICES));
        assertThat(asked()).isZero();

        watch.readOnce(EnumSet.of(Subject.IDENTITY, Subject.COST));

        assertThat(asked()).isEqualTo(1);
        assertThat(isKnown()).isTrue();
    }

    @Test
    void aPictureOfTheCostScreenAsksNobody() throws InterruptedException {
        start(Rig.shop());
        watch.costs(Asked.TOLD);

        watch.costs().look(true);

        assertThat(need.isOf(Rig.shop().access())).isFalse();
        assertThat(asked()).isZero();
    }

    @Test
    void anOldAnswerSaysThatNobodyHasAskedSince() throws InterruptedException {
        start(Rig.shop());
        watch.costs().look(true);
        await(this::isKnown);
        watch.costs().look(false);

        pass(6 * 24);

        assertThat(shop().gaps()).filteredOn(gap -> gap.path().equals("cost")).singleElement()
                .satisfies(gap -> {
                    assertThat(gap.failure().isNotAsked()).isTrue();
                    assertThat(gap.lastValue()).isPresent();
                });
    }
}
