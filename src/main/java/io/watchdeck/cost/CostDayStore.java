package io.watchdeck.cost;

import io.watchdeck.stack.CostFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Keeps for years what each day cost. Safe for use by several threads.
///
/// Days are kept for the filter that they were asked with: a stack whose filter changes begins anew, because what the old
/// one counted are other costs.
public interface CostDayStore {

    /// Kept when this returns; days that are there already are replaced by their newest word.
    ///
    /// @param place  the account and Region
    /// @param readAt when AWS told it
    void add(String place, CostFilter filter, Collection<BilledDays> days, Instant readAt);

    /// The days that begin in `first <= day < end`, in their order; a day that nobody has asked for is not among them.
    List<BilledDays> read(String place, CostFilter filter, LocalDate first, LocalDate end);

    /// When those days were read as they stand, by their first day; one that was kept before that was noted is not there.
    Map<LocalDate, Instant> readAt(String place, CostFilter filter, LocalDate first, LocalDate end);

    /// Forgets the days before.
    void forget(LocalDate before);
}
