package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What a stack has cost this month.
///
/// @param asOf        the last day that is counted
/// @param forecast    what the month will cost at its end
/// @param byService   month to date by the service name of the bill
public record CostReport(LocalDate asOf, Money monthToDate, Optional<Money> forecast, Map<String, Money> byService) {
    public CostReport {
        byService = Map.copyOf(byService);
    }

    /// What a line of the plan has cost this month. Empty where AWS has billed nothing for it, and where it shares its
    /// service with another line: the bill does not tell their parts.
    public Optional<Money> actual(Plan plan, Plan.Line line) {
        return plan.isShared(line) ? Optional.empty() : line.service().map(byService::get);
    }
}
