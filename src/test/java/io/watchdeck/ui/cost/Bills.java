package io.watchdeck.ui.cost;

import io.watchdeck.alarms.Condition;
import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.Budget;
import io.watchdeck.cost.CostReport;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Stacks with bills. A bill has as much for every day, so that its month of 30 days ends at 30 times a day.
final class Bills {

    static final LocalDate TWENTY_FIRST = LocalDate.of(2026, 9, 21);
    static final LocalDate AUGUST = LocalDate.of(2026, 8, 25);

    private Bills() {}

    /// @param daily service and what a day of it costs, in turn
    static CostReport report(LocalDate asOf, String... daily) {
        return report("USD", asOf, daily);
    }

    static CostReport report(String currency, LocalDate asOf, String... daily) {
        var byService = new LinkedHashMap<String, Money>();
        for (int at = 0; at < daily.length; at += 2) {
            byService.put(daily[at], new Money(new BigDecimal(daily[at + 1]), Currency.getInstance(currency)));
        }
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = AUGUST; !day.isAfter(asOf); day = day.plusDays(1)) {
            days.add(new BilledDays(day, day.plusDays(1), byService, day.equals(asOf)));
        }
        return new Bill(asOf, days).report();
    }

    /// Of which the first week is told as a sum only.
    static CostReport withASum(String service, String daily) {
        CostReport whole = report(TWENTY_FIRST, service, daily);
        LocalDate first = TWENTY_FIRST.withDayOfMonth(1);
        var days = new ArrayList<>(whole.days().stream().filter(day -> !day.first().isBefore(first.plusDays(7)))
                .toList());
        days.add(new BilledDays(first, first.plusDays(7), Map.of(service, Money.usd(daily).times(7)), false));
        return new Bill(TWENTY_FIRST, days).report();
    }

    static StackSnapshot billed(String stack, CostReport report) {
        return of(stack, new Loadable.Ready<>(report, Snapshots.NOW.minus(Duration.ofHours(5))));
    }

    static StackSnapshot failed(String stack, Failure failure) {
        return of(stack, new Loadable.Failed<>(failure, Snapshots.NOW));
    }

    static StackSnapshot asking(String stack) {
        return of(stack, new Loadable.Loading<>());
    }

    static StackSnapshot of(String stack, Loadable<CostReport> cost) {
        return of(Snapshots.file(stack), cost);
    }

    static StackSnapshot of(StackFile file, Loadable<CostReport> cost) {
        return of(file, cost, new Loadable.Loading<>(), List.of());
    }

    static StackSnapshot of(String stack, Loadable<CostReport> cost, Loadable<List<Budget>> budgets) {
        return of(Snapshots.file(stack), cost, budgets, List.of());
    }

    static StackSnapshot judged(StackSnapshot stack, Condition... conditions) {
        return of(stack.file(), stack.cost().state(), stack.budgets().state(), List.of(conditions));
    }

    /// A rule of the file as it stands.
    static Condition rule(String name, String metric, Condition.State state, double value, double limit) {
        return new Condition(name, Condition.Source.RULE, new ComponentId(ComponentKind.STACK, "CodeMate"),
                Optional.of(metric), Severity.NOTICE, state, OptionalDouble.of(value), OptionalDouble.of(limit),
                Optional.empty(), Optional.empty(), Phrase.of("verdict.fine"));
    }

    private static StackSnapshot of(StackFile file, Loadable<CostReport> cost, Loadable<List<Budget>> budgets,
            List<Condition> conditions) {
        StackSnapshot some = Snapshots.glimpse();
        return new StackSnapshot(file, some.asOf(), some.identity(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), new Panel<>(cost, Duration.ofDays(1)),
                new Panel<>(budgets, Duration.ofDays(1)),
                some.alarms(), conditions, some.verdict(), List.of(), some.occurrences());
    }
}
