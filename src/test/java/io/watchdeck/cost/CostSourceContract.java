package io.watchdeck.cost;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.CostFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [CostSource] keeps.
public abstract class CostSourceContract {

    /// The clock of every situation stands here.
    protected static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");
    /// Services of the bill are `Billed-0001`, `Billed-0002` and so on.
    protected static final String SERVICE = "Billed";
    /// What the costs are tagged with.
    protected static final Map<String, String> TAG = Map.of("Project", "contract");

    /// So many services were billed in this month, all under [#TAG]; the month's forecast is higher.
    protected abstract CostSource withServices(int count);

    /// As [#withServices(int)] with one service, but there is too little history for a forecast.
    protected abstract CostSource withoutForecast();

    protected abstract CostSource denied();

    protected abstract CostSource throttled();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30})
    void theServicesAddUpToTheMonthToDate(int count) {
        CostReport report = value(report(withServices(count)));

        assertThat(report.byService().keySet()).containsExactlyInAnyOrderElementsOf(names(SERVICE, count));
        Money sum = report.byService().values().stream().reduce(Money::plus).orElseThrow();
        assertThat(sum.rounded(2)).isEqualTo(report.monthToDate().rounded(2));
    }

    @Test
    void yesterdayIsTheLastDayThatIsCounted() {
        assertThat(value(report(withServices(1))).asOf()).isEqualTo(LocalDate.parse("2026-09-21"));
    }

    @Test
    void theForecastIsOfTheWholeMonth() {
        CostReport report = value(report(withServices(1)));

        assertThat(report.forecast()).hasValueSatisfying(
                forecast -> assertThat(forecast.amount()).isGreaterThan(report.monthToDate().amount()));
    }

    @Test
    void theMonthToDateIsKnownWithoutForecast() {
        CostReport report = value(report(withoutForecast()));

        assertThat(report.forecast()).isEmpty();
        assertThat(report.byService()).hasSize(1);
    }

    @Test
    void aFilterByServiceLeavesTheOthersOut() {
        CostReport report = value(report(withServices(3), new CostFilter(Map.of(), names(SERVICE, 2))));

        assertThat(report.byService().keySet()).containsExactlyInAnyOrderElementsOf(names(SERVICE, 2));
    }

    @Test
    void anEmptyFilterMeansTheWholeAccount() {
        CostReport report = value(report(withServices(3), new CostFilter(Map.of(), List.of())));

        assertThat(report.byService()).hasSize(3);
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(report(denied()), "ce:GetCostAndUsage");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(report(throttled()));
    }

    @Test
    void aTagThatNoCostCarriesIsNotNothing() {
        Reading<CostReport> report = report(withServices(2),
                new CostFilter(Map.of("Project", "another"), List.of()));

        assertThat(failure(report).kind()).isEqualTo(Failure.Kind.ABSENT);
    }

    @Test
    void nothingAskedIsNothingAnswered() {
        assertThat(withServices(1).monthToDate(List.of())).isEmpty();
    }

    @Test
    void severalFiltersAreAnsweredTogether() {
        var whole = new CostFilter(Map.of(), List.of());
        var some = new CostFilter(TAG, names(SERVICE, 1));

        Map<CostFilter, Reading<CostReport>> reports = withServices(3).monthToDate(List.of(tagged(), whole, some));

        assertThat(reports).containsOnlyKeys(tagged(), whole, some);
        assertThat(value(reports.get(tagged())).byService()).hasSize(3);
        assertThat(value(reports.get(some)).byService()).hasSize(1);
    }

    private static Reading<CostReport> report(CostSource source) {
        return report(source, tagged());
    }

    private static Reading<CostReport> report(CostSource source, CostFilter filter) {
        return source.monthToDate(List.of(filter)).get(filter);
    }

    private static CostFilter tagged() {
        return new CostFilter(TAG, List.of());
    }
}
