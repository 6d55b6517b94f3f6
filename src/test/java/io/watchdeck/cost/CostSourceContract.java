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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [CostSource] keeps.
public abstract class CostSourceContract {

    /// The clock of every situation stands here.
    protected static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");
    /// Services of the bill are `Billed-0001`, `Billed-0002` and so on.
    protected static final String SERVICE = "Billed";
    protected static final LocalDate MONTH = LocalDate.parse("2026-09-01");
    /// What the costs are tagged with.
    protected static final Map<String, String> TAG = Map.of("Project", "contract");

    /// So many services were billed, all under [#TAG], each every day.
    protected abstract CostSource withServices(int count);

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
    void everyDayIsToldFromTheFirstToYesterday() {
        Bill bill = value(bill(withServices(2), tagged(), LocalDate.parse("2026-08-30")));

        assertThat(bill.days()).extracting(BilledDays::first).containsExactlyElementsOf(LocalDate.parse("2026-08-30")
                .datesUntil(LocalDate.parse("2026-09-22")).toList());
        assertThat(bill.days()).allSatisfy(day -> {
            assertThat(day.isSingle()).isTrue();
            assertThat(day.byService().keySet()).containsExactlyInAnyOrderElementsOf(names(SERVICE, 2));
        });
    }

    @Test
    void aSingleDayCanBeAsked() {
        assertThat(value(bill(withServices(1), tagged(), LocalDate.parse("2026-09-21"))).days()).singleElement()
                .extracting(BilledDays::first).isEqualTo(LocalDate.parse("2026-09-21"));
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
    void theUsageTypesOfAServiceAddUpToItsBill() {
        CostSource source = withServices(3);
        String service = names(SERVICE, 3).getFirst();

        Bill usages = value(source.usages(Map.of(tagged(), Set.of(service)), MONTH).get(tagged()));

        Bill bill = value(source.bills(List.of(tagged()), MONTH).get(tagged()));
        assertThat(usages.days()).hasSameSizeAs(bill.days());
        Money sum = usages.days().stream().flatMap(day -> day.byService().values().stream()).reduce(Money::plus)
                .orElseThrow();
        assertThat(sum.rounded(2)).isEqualTo(bill.report().byService().get(service).rounded(2));
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
        assertThat(withServices(1).bills(List.of(), MONTH)).isEmpty();
    }

    @Test
    void severalFiltersAreAnsweredTogether() {
        var whole = new CostFilter(Map.of(), List.of());
        var some = new CostFilter(TAG, names(SERVICE, 1));

        Map<CostFilter, Reading<Bill>> bills = withServices(3).bills(List.of(tagged(), whole, some), MONTH);

        assertThat(bills).containsOnlyKeys(tagged(), whole, some);
        assertThat(value(bills.get(tagged())).report().byService()).hasSize(3);
        assertThat(value(bills.get(some)).report().byService()).hasSize(1);
    }

    private static Reading<CostReport> report(CostSource source) {
        return report(source, tagged());
    }

    private static Reading<CostReport> report(CostSource source, CostFilter filter) {
        return bill(source, filter, MONTH).map(Bill::report);
    }

    private static Reading<Bill> bill(CostSource source, CostFilter filter, LocalDate first) {
        return source.bills(List.of(filter), first).get(filter);
    }

    private static CostFilter tagged() {
        return new CostFilter(TAG, List.of());
    }
}
