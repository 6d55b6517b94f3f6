package io.watchdeck.watch;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.CostSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Saving;
import io.watchdeck.stack.CostFilter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Asks no question about cost while the month's cap is near: a cent is a thousand metrics, and the last known cost is of
/// yesterday at best anyway.
record SparedCosts(CostSource source, Supplier<Saving> saving, Clock clock) implements CostSource {

    @Override
    public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
        return saving.get() == Saving.NONE ? source.bills(filters, first) : spared(filters);
    }

    @Override
    public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
        return saving.get() == Saving.NONE ? source.usages(services, first) : spared(services.keySet());
    }

    private Map<CostFilter, Reading<Bill>> spared(Collection<CostFilter> filters) {
        Reading<Bill> spared = Reading.unknown(Failure.capped("ce:GetCostAndUsage"), clock.instant());
        return filters.stream().distinct().collect(Collectors.toMap(Function.identity(), _ -> spared));
    }

    @Override
    public int requests(Collection<CostFilter> filters) {
        return source.requests(filters);
    }
}
