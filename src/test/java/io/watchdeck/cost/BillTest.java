package io.watchdeck.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watchdeck.model.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Days of a bill, the month so far and its end.
class BillTest {

    private static final LocalDate TWENTIETH = LocalDate.of(2026, 9, 20);

    @Test
    void daysOfAnotherMonthAreNotOfThisOne() {
        CostReport report = bill(LocalDate.of(2026, 8, 20), TWENTIETH, _ -> "2").report();

        assertThat(report.monthToDate()).isEqualTo(Money.usd("40"));
        assertThat(report.byService()).containsExactly(Map.entry("ECS", Money.usd("40")));
        assertThat(report.days()).hasSize(32);
        assertThat(report.bill().report()).isEqualTo(report);
    }

    @Test
    void daysThatAreKnownBetterReplaceTheOthers() {
        Bill old = bill(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 10), _ -> "1");
        Bill newer = bill(LocalDate.of(2026, 9, 9), LocalDate.of(2026, 9, 12), _ -> "3");

        Bill both = old.with(newer);

        assertThat(both.asOf()).isEqualTo(LocalDate.of(2026, 9, 12));
        assertThat(both.days()).extracting(BilledDays::first).containsExactlyElementsOf(
                LocalDate.of(2026, 9, 1).datesUntil(LocalDate.of(2026, 9, 13)).toList());
        assertThat(both.report().monthToDate()).isEqualTo(Money.usd("20"));
    }

    @Test
    void daysThatTheBillDoesNotTellApartAreReplacedAsAWhole() {
        var month = new Bill(TWENTIETH, List.of(new BilledDays(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 21),
                Map.of("ECS", Money.usd("50")), true)));

        assertThat(month.with(bill(LocalDate.of(2026, 9, 1), TWENTIETH, _ -> "1")).report().monthToDate())
                .isEqualTo(Money.usd("20"));
        assertThat(bill(LocalDate.of(2026, 9, 1), TWENTIETH, _ -> "1").with(month).report().monthToDate())
                .isEqualTo(Money.usd("50"));
    }

    @Test
    void whatIsLongPastGoes() {
        Bill bill = bill(LocalDate.of(2026, 8, 1), TWENTIETH, _ -> "1");

        assertThat(bill.since(LocalDate.of(2026, 9, 18)).days()).hasSize(3);
        assertThat(bill.since(LocalDate.of(2026, 9, 18)).asOf()).isEqualTo(TWENTIETH);
    }

    @Test
    void nothingIsKnownToBeNothing() {
        Bill nothing = Bill.nothing(LocalDate.of(2026, 9, 1), TWENTIETH);

        assertThat(nothing.isAnything()).isFalse();
        assertThat(nothing.report().monthToDate()).isEqualTo(Money.usd("0"));
        assertThatThrownBy(() -> new BilledDays(TWENTIETH, TWENTIETH, Map.of(), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMonthsEndCountsAFeeOfTheFirstOnce() {
        MonthEnd end = bill(LocalDate.of(2026, 9, 1), TWENTIETH, day -> day == 1 ? "30" : "2").report().end()
                .orElseThrow();

        assertThat(end.expected()).as("30 + 19 × 2 + 10 × 2").isEqualByComparingTo(Money.usd("88"));
        assertThat(end.isRange()).as("a fortnight of days that are all alike").isFalse();
    }

    @Test
    void unevenDaysMakeARangeThatNeverFallsBelowWhatIsSpent() {
        MonthEnd end = bill(LocalDate.of(2026, 9, 1), TWENTIETH, day -> day % 2 == 0 ? "1" : "3").report().end()
                .orElseThrow();

        assertThat(end.isRange()).isTrue();
        // 20 days of 2 on the average, and the ten that are left as the last seven, of which four are even.
        assertThat(end.expected().amount().doubleValue()).isCloseTo(40 + 10 * (4 * 1 + 3 * 3) / 7.0, within(0.01));
        double spread = 1.2816 * Math.sqrt(10) * Math.sqrt(14.0 / 13);
        assertThat(end.high().minus(end.expected()).amount().doubleValue()).isCloseTo(spread, within(0.01));
        assertThat(end.low()).isLessThan(end.expected());

        MonthEnd last = bill(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 29), day -> day == 29 ? "90" : "0.1")
                .report().end().orElseThrow();
        assertThat(last.low()).isEqualByComparingTo(Money.usd("92.8"));
    }

    @Test
    void theDaysBeforeTheMonthTellItsEndOnTheSecond() {
        CostReport report = bill(LocalDate.of(2026, 8, 20), LocalDate.of(2026, 9, 1), _ -> "2").report();

        assertThat(report.monthToDate()).isEqualTo(Money.usd("2"));
        assertThat(report.forecast()).hasValueSatisfying(
                end -> assertThat(end).isEqualByComparingTo(Money.usd("60")));
    }

    @Test
    void fewDaysTellNoEndAndASumTellsItByItsRate() {
        assertThat(bill(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 2), _ -> "2").report().end()).isEmpty();
        assertThat(bill(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 3), _ -> "2").report().forecast())
                .hasValueSatisfying(end -> assertThat(end).isEqualByComparingTo(Money.usd("60")));
    }

    @Test
    void oneServiceAloneHasItsOwnEnd() {
        var days = new ArrayList<BilledDays>();
        for (int day = 1; day <= 10; day++) {
            LocalDate date = LocalDate.of(2026, 9, day);
            days.add(new BilledDays(date, date.plusDays(1), Map.of("ECS", Money.usd("3"), "RDS", Money.usd("1")),
                    true));
        }
        var bill = new Bill(LocalDate.of(2026, 9, 10), days);

        assertThat(bill.only("RDS").report().forecast()).hasValueSatisfying(
                end -> assertThat(end.rounded(2)).isEqualTo(Money.usd("30.00")));
        assertThat(bill.only("Lambda").isAnything()).isFalse();
    }

    private static Bill bill(LocalDate first, LocalDate last, IntFunction<String> ofDay) {
        return new Bill(last, IntStream.range(0, (int) (last.toEpochDay() - first.toEpochDay()) + 1)
                .mapToObj(first::plusDays).map(day -> new BilledDays(day, day.plusDays(1),
                        Map.of("ECS", Money.usd(ofDay.apply(day.getDayOfMonth()))), true))
                .toList());
    }
}
