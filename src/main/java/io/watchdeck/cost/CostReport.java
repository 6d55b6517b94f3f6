package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a stack has cost this month.
///
/// @param asOf        the last day that is counted
/// @param end         what the month will cost at its end; empty as long as too few days are counted
/// @param byService   month to date by the service name of the bill
/// @param days        day by day, with those before the month as far as they are known
public record CostReport(LocalDate asOf, Money monthToDate, Optional<MonthEnd> end, Map<String, Money> byService,
        List<BilledDays> days) {
    public CostReport {
        byService = Map.copyOf(byService);
        days = List.copyOf(days);
    }

    /// What the month will cost at its end.
    public Optional<Money> forecast() {
        return end.map(MonthEnd::expected);
    }

    /// As it was answered.
    public Bill bill() {
        return new Bill(asOf, days);
    }

    /// What a line of the plan has cost this month. Empty where AWS has billed nothing for it, and where the bill does not
    /// tell it apart from another line.
    public Optional<Money> actual(Plan plan, Plan.Line line) {
        var split = new UsageSplit(plan, bill());
        if (split.splits(line)) {
            return line.usage().isEmpty() && split.rest(line).size() > 1 ? Optional.empty() : split.toDate(line);
        }
        return plan.isShared(line) ? Optional.empty() : line.service().map(byService::get);
    }

    /// Whether the bill does not tell a line apart from another.
    public boolean isShared(Plan plan, Plan.Line line) {
        var split = new UsageSplit(plan, bill());
        return split.splits(line) ? line.usage().isEmpty() && split.rest(line).size() > 1 : plan.isShared(line);
    }
}
