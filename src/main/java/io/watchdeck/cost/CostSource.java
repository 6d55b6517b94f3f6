package io.watchdeck.cost;

import io.watchdeck.model.Reading;
import io.watchdeck.stack.CostFilter;
import java.util.Collection;
import java.util.Map;

/// Reads what was spent. Every request and page costs money at AWS, so callers ask for everything of an account at once,
/// and at most daily unless a person asks.
public interface CostSource {

    /// Each filter's costs of this month. A filter that names tags which no cost of the month carries is `ABSENT`: the
    /// tag may not be activated for cost allocation, so it is not known to be nothing.
    Map<CostFilter, Reading<CostReport>> monthToDate(Collection<CostFilter> filters);
}
