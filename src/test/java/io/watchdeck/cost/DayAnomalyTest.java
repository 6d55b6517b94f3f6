package io.watchdeck.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which days are unusual for their weekday.
class DayAnomalyTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-09-21");

    private final List<BilledDays> days = new ArrayList<>();

    /// The Mondays of the weeks before cost so much, the latest first; the other days nothing that matters here.
    private void mondays(String... amounts) {
        for (int week = 0; week < amounts.length; week++) {
            day(MONDAY.minusWeeks(week + 1L), false, "ECS", amounts[week]);
            day(MONDAY.minusWeeks(week + 1L).plusDays(1), false, "ECS", "1000");
        }
    }

    /// @param bill service and amount, in turn
    private void day(LocalDate day, boolean estimated, String... bill) {
        var services = new LinkedHashMap<String, Money>();
        for (int at = 0; at < bill.length; at += 2) {
            services.put(bill[at], Money.usd(bill[at + 1]));
        }
        days.add(new BilledDays(day, day.plusDays(1), services, estimated));
    }

    private Optional<DayAnomaly> whole() {
        return DayAnomaly.of(days, MONDAY).stream().filter(one -> one.service().isEmpty()).findFirst();
    }

    @Test
    void aDayFarAboveItsWeekdayIsToldWithItsArithmetic() {
        mondays("10", "11", "9", "10", "10.5");
        day(MONDAY, true, "ECS", "16");

        DayAnomaly found = whole().orElseThrow();

        assertThat(found.isMore()).isTrue();
        assertThat(found.weeks()).isEqualTo(5);
        assertThat(found.usual()).isEqualByComparingTo(Money.usd("10"));
        assertThat(found.by()).isEqualByComparingTo(Money.usd("6"));
        assertThat(found.spread()).as("a tenth of the median is more than 1.4826 x 0.5").isEqualByComparingTo(
                Money.usd("1"));
        assertThat(found.highest()).isEqualByComparingTo(Money.usd("13"));
    }

    @ParameterizedTest
    @CsvSource({"13.00, false", "13.01, true", "7.00, false", "6.99, true"})
    void whatIsWithinThreeSpreadsIsUsual(String amount, boolean unusual) {
        mondays("10", "10", "10");
        day(MONDAY, false, "ECS", amount);

        assertThat(whole().isPresent()).isEqualTo(unusual);
    }

    @Test
    void daysThatDifferWidelyAreUsualWide() {
        mondays("10", "20", "12", "18", "15");
        day(MONDAY, false, "ECS", "25");

        assertThat(whole()).as("median 15, its distances' median 3: up to 15 + 3 x 4.45").isEmpty();
    }

    @Test
    void oneExpensiveDayMovesNeitherMedianNorSpread() {
        mondays("10", "90", "10", "10", "10");
        day(MONDAY, false, "ECS", "14");

        assertThat(whole().orElseThrow().usual()).isEqualByComparingTo(Money.usd("10"));
    }

    @Test
    void ofTwoOfTheSameWeekdayNothingIsSaid() {
        mondays("10", "10");
        day(MONDAY, false, "ECS", "100");

        assertThat(DayAnomaly.of(days, MONDAY)).isEmpty();
        assertThat(DayAnomaly.isTold(DayAnomaly.singles(days), MONDAY)).isFalse();
    }

    @Test
    void aDayWhoseBillMayStillGrowIsNeverTooLow() {
        mondays("10", "10", "10");
        day(MONDAY, true, "ECS", "2");

        assertThat(DayAnomaly.of(days, MONDAY)).isEmpty();
    }

    @Test
    void eachServiceIsHeldAgainstItselfAndWhatIsNewCountsFromNothing() {
        for (int week = 1; week <= 4; week++) {
            day(MONDAY.minusWeeks(week), false, "ECS", "10", "RDS", "10", "S3", "0.01");
        }
        day(MONDAY, false, "ECS", "10", "RDS", "15", "NAT", "3", "S3", "0.09");

        assertThat(DayAnomaly.of(days, MONDAY)).extracting(one -> one.service().orElse("all"))
                .as("all, then the most first; of S3 the cents are not worth a word").containsExactly("all", "RDS",
                        "NAT");
    }

    @Test
    void aServiceThatIsGoneIsToldAndNeverBelowNothing() {
        for (int week = 1; week <= 3; week++) {
            day(MONDAY.minusWeeks(week), false, "ECS", "10", "RDS", String.valueOf(week * 2));
        }
        day(MONDAY, false, "ECS", "3");

        DayAnomaly found = DayAnomaly.of(days, MONDAY).getLast();
        assertThat(found.isMore()).isFalse();
        assertThat(found.lowest().amount()).isNotNegative();
    }

    @Test
    void daysThatTheBillDoesNotTellApartAreNoWeekdays() {
        mondays("10", "10");
        days.add(new BilledDays(MONDAY.minusWeeks(3), MONDAY.minusWeeks(2), Map.of("ECS", Money.usd("70")), false));
        day(MONDAY, false, "ECS", "100");

        assertThat(DayAnomaly.of(days, MONDAY)).isEmpty();
    }
}
