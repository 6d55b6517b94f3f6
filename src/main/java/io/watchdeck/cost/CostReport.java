package io.watchdeck.cost;

import io.watchdeck.model.Money;
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
}
