package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Region;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-09-30T23:59:59Z"));
    private final Meter meter = new Meter(PriceList.shipped(), clock);

    @Test
    void aNewMeterStandsAtZero() {
        assertThat(meter.spentToday().amount()).isZero();
        assertThat(meter.spentThisMonth().amount()).isZero();
        assertThat(meter.calls()).isEmpty();
    }

    @Test
    void callsAreCountedByWhatTheyAskAndPricedByTheirUnits() {
        meter.count(metrics(400));
        meter.count(metrics(100));
        meter.count(free());

        assertThat(meter.calls()).isEqualTo(Map.of("CloudWatch:GetMetricData", 2L, "ECS:DescribeServices", 1L));
        assertThat(meter.spentToday().amount()).isEqualByComparingTo("0.005");
        assertThat(meter.spentToday().currency().getCurrencyCode()).isEqualTo("USD");
    }

    @Test
    void whatIsTakenBackLeavesNothingAndTheCapHoldsUntilThen() {
        meter.limit(Money.usd("0.01"));
        Runnable takeBack = meter.reserve(metrics(1000)).orElseThrow();

        assertThat(meter.reserve(metrics(1))).as("it may still leave").isEmpty();

        clock.set(Instant.parse("2026-10-01T00:00:00Z"));
        takeBack.run();
        clock.set(Instant.parse("2026-09-30T23:59:59Z"));

        assertThat(meter.spentThisMonth().amount()).isZero();
        assertThat(meter.calls()).isEmpty();
        assertThat(meter.thisMonth()).isEmpty();
        assertThat(meter.reserve(metrics(1000))).isPresent();
    }

    @Test
    void whatIsTakenBackIsTakenFromTheStoreAndTheFreeOnesToo() {
        var kept = new ArrayList<MeteredCalls>();
        meter.keepIn(new MeterStore() {
            @Override
            public void add(Collection<MeteredCalls> calls) {
                kept.addAll(calls);
            }

            @Override
            public List<MeteredCalls> read(LocalDate first, LocalDate last) {
                return List.of();
            }
        });
        meter.reserve(metrics(400)).orElseThrow().run();
        meter.reserve(new ApiCall("111111111111", new Region("ap-northeast-2"), "CloudWatch", "ListMetrics", 1))
                .orElseThrow().run();
        meter.flush();

        assertThat(kept).extracting(MeteredCalls::calls).containsExactly(1L, -1L);
        assertThat(kept.stream().map(MeteredCalls::price).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isZero();
        assertThat(meter.allowance().used())
                .allSatisfy(use -> assertThat(use.used().values()).allMatch(one -> one == 0));
    }

    @Test
    void theDayEndsAtMidnightUtcAndTheMonthWithIt() {
        meter.count(metrics(1000));
        clock.set(Instant.parse("2026-10-01T00:00:00Z"));

        assertThat(meter.spentToday().amount()).isZero();
        assertThat(meter.spentThisMonth().amount()).isZero();

        meter.count(metrics(2000));
        clock.set(Instant.parse("2026-10-02T00:00:00Z"));
        meter.count(metrics(3000));

        assertThat(meter.spentToday().amount()).isEqualByComparingTo("0.03");
        assertThat(meter.spentThisMonth().amount()).isEqualByComparingTo("0.05");
        assertThat(meter.calls()).as("calls are counted since the start").containsValue(3L);
    }

    @Test
    void theMonthIsToldByAccountDayAndCall() {
        meter.count(metrics(1000));
        clock.set(Instant.parse("2026-10-01T00:00:00Z"));
        meter.count(metrics(2000));
        meter.count(metrics(2000));
        clock.set(Instant.parse("2026-10-02T00:00:00Z"));
        meter.count(free());

        assertThat(meter.thisMonth()).extracting(MeteredCalls::day, MeteredCalls::call, MeteredCalls::calls,
                one -> one.price().stripTrailingZeros().toPlainString()).containsExactlyInAnyOrder(
                        tuple(LocalDate.of(2026, 10, 1), "CloudWatch:GetMetricData", 2L, "0.04"),
                        tuple(LocalDate.of(2026, 10, 2), "ECS:DescribeServices", 1L, "0"));
    }

    @Test
    void whatWouldPassTheCapIsNotMade() {
        meter.limit(Money.usd("0.05"));

        assertThat(meter.reserve(metrics(4999))).isPresent();
        assertThat(meter.reserve(metrics(2))).as("0.05001").isEmpty();
        assertThat(meter.reserve(metrics(1))).as("0.05 to the cent").isPresent();
        assertThat(meter.reserve(metrics(1))).isEmpty();
        assertThat(meter.reserve(free())).as("AWS does not charge for it").isPresent();
        assertThat(meter.spentThisMonth().amount()).isEqualByComparingTo("0.05");
        assertThat(meter.calls()).containsEntry("CloudWatch:GetMetricData", 2L);
    }

    @Test
    void aHigherCapLetsItGoOnAndTheNextMonthBeginsAtZero() {
        meter.limit(Money.usd("0.01"));
        assertThat(meter.reserve(metrics(1000))).isPresent();
        assertThat(meter.reserve(metrics(1000))).isEmpty();

        meter.limit(Money.usd("0.02"));
        assertThat(meter.reserve(metrics(1000))).isPresent();
        assertThat(meter.reserve(metrics(1))).isEmpty();

        clock.set(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(meter.reserve(metrics(2001))).isEmpty();
        assertThat(meter.reserve(metrics(2000))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "7999, NONE", "8000, COST", "8999, COST", "9000, METRICS", "9999, METRICS", "10000, ALL"})
    void theNearerTheCapTheLess(int asked, Saving saving) {
        assertThat(meter.saving()).isEqualTo(Saving.NONE);
        meter.limit(Money.usd("0.10"));
        if (asked > 0) {
            meter.count(metrics(asked));
        }

        assertThat(meter.saving()).isEqualTo(saving);
    }

    @Test
    void aCapOfNothingIsReachedAtOnce() {
        meter.limit(Money.usd("0"));

        assertThat(meter.saving()).isEqualTo(Saving.ALL);
        assertThat(meter.reserve(metrics(1))).isEmpty();
    }

    @Test
    void manyAtOnceDoNotPassTheCapTogether() throws InterruptedException {
        meter.limit(Money.usd("0.01"));
        var admitted = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 50; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                if (meter.reserve(metrics(100)).isPresent()) {
                    admitted.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(admitted).hasValue(10);
    }

    @Test
    void theSameMonthOfAnotherYearIsAnotherMonth() {
        meter.count(metrics(1000));
        clock.set(Instant.parse("2027-09-30T12:00:00Z"));

        assertThat(meter.spentThisMonth().amount()).isZero();
    }

    @Test
    void whatCostsSomethingIsKeptAtOnceAndFreeCallsAtTheNextWriting() {
        var store = new MemoryMeterStore();
        meter.keepIn(store);

        meter.count(free());
        assertThat(store.kept()).isEmpty();

        meter.count(metrics(100));
        assertThat(store.kept()).extracting(MeteredCalls::call, MeteredCalls::calls).containsExactlyInAnyOrder(
                tuple("ECS:DescribeServices", 1L), tuple("CloudWatch:GetMetricData", 1L));

        meter.count(free());
        meter.flush();
        assertThat(store.kept()).extracting(MeteredCalls::calls).containsExactlyInAnyOrder(2L, 1L);
    }

    @Test
    void anotherRunGoesOnWhereOneEnded() {
        var store = new MemoryMeterStore();
        meter.keepIn(store);
        meter.count(metrics(1000));

        var next = new Meter(PriceList.shipped(), clock);
        next.count(metrics(500));
        next.keepIn(store);

        assertThat(next.spentThisMonth().amount()).isEqualByComparingTo("0.015");
        assertThat(next.calls()).as("since the start").containsValue(1L);
        assertThat(store.kept()).singleElement().satisfies(one -> {
            assertThat(one.calls()).isEqualTo(2);
            assertThat(one.price()).isEqualByComparingTo("0.015");
        });
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNext() {
        var store = new MemoryMeterStore();
        meter.keepIn(store);
        store.fail(true);
        meter.count(metrics(100));
        assertThat(store.kept()).isEmpty();

        store.fail(false);
        meter.count(metrics(100));

        assertThat(store.kept()).singleElement().satisfies(one -> assertThat(one.calls()).isEqualTo(2));
        assertThat(meter.spentToday().amount()).isEqualByComparingTo("0.002");
    }

    @Test
    void whateverFailsNothingThatWasCountedIsLost() {
        var store = new MemoryMeterStore();
        meter.count(free());
        var never = new MeterStore() {
            @Override
            public void add(Collection<MeteredCalls> calls) {
                throw new CompletionException(new IllegalStateException("not opened"));
            }

            @Override
            public List<MeteredCalls> read(LocalDate first, LocalDate last) {
                return List.of();
            }
        };
        assertThatThrownBy(() -> meter.keepIn(never)).isInstanceOf(CompletionException.class);

        meter.keepIn(store);

        assertThat(store.kept()).singleElement().satisfies(one -> assertThat(one.calls()).isEqualTo(1));
    }

    @Test
    void whatCouldNotBeReadIsReadWithTheNextWriting() {
        var store = new MemoryMeterStore();
        var before = new Meter(PriceList.shipped(), clock);
        before.keepIn(store);
        before.count(metrics(1000));
        store.unreadable(true);
        meter.count(metrics(500));
        assertThatIllegalStateException().isThrownBy(() -> meter.keepIn(store));
        meter.flush();
        assertThat(meter.spentThisMonth().amount()).isEqualByComparingTo("0.005");

        store.unreadable(false);
        meter.flush();
        meter.flush();

        assertThat(meter.spentThisMonth().amount()).isEqualByComparingTo("0.015");
        assertThat(store.kept()).singleElement().satisfies(one -> assertThat(one.calls()).isEqualTo(2));
    }

    private static ApiCall metrics(int asked) {
        return new ApiCall("111111111111", new Region("ap-northeast-2"), "CloudWatch", "GetMetricData", asked);
    }

    private static ApiCall free() {
        return new ApiCall("111111111111", new Region("ap-northeast-2"), "ECS", "DescribeServices", 1);
    }
}
