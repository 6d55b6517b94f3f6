package io.watchdeck.cost;

import io.watchdeck.model.Reading;
import io.watchdeck.stack.CostFilter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// Reads what was spent. Every request and page costs money at AWS, so callers ask for everything of an account at once,
/// and at most daily unless a person asks.
public interface CostSource {

    /// Each filter's costs by day, until yesterday; on the first of a month until today, of which there is a part. A
    /// filter that names tags which no cost of these days carries is `ABSENT`: the tag may not be activated for cost
    /// allocation, so it is not known to be nothing.
    ///
    /// @param first the first day, of UTC
    Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first);

    /// Each filter's costs of some services by day, as those of [#bills], by usage type such as `APN2-NatGateway-Hours`
    /// instead of the service. Usage types of services that another filter names may be among them.
    ///
    /// @param services by their names on the bill, of each filter
    Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first);

    /// How many paid requests [#bills] takes for these filters, or [#usages] does, at least: further pages come on top, and
    /// cannot be known before. 0 where nobody is paid.
    int requests(Collection<CostFilter> filters);
}
