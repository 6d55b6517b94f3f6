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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Asks no question about cost while the month's cap is near: a cent is a thousand metrics, and the last known cost is of
/// yesterday at best anyway.
record SparedCosts(CostSource source, Supplier<Saving> saving, Clock clock) implements CostSource {

    @Override
    public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
        if (saving.get() == Saving.NONE) {
            return source.bills(filters, first);
        }
        Reading<Bill> spared = Reading.unknown(Failure.capped("ce:GetCostAndUsage"), clock.instant());
        return filters.stream().distinct().collect(Collectors.toMap(Function.identity(), _ -> spared));
    }

    @Override
    public int requests(Collection<CostFilter> filters) {
        return source.requests(filters);
    }
}
