package io.watchdeck.cost;

import io.watchdeck.stack.CostFilter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Keeps for years what each day cost. Safe for use by several threads.
///
/// Days are kept for the filter that they were asked with: a stack whose filter changes begins anew, because what the old
/// one counted are other costs.
public interface CostDayStore {

    /// Kept when this returns; days that are there already are replaced by their newest word.
    ///
    /// @param place the account and Region
    void add(String place, CostFilter filter, Collection<BilledDays> days);

    /// The days that begin in `first <= day < end`, in their order; a day that nobody has asked for is not among them.
    List<BilledDays> read(String place, CostFilter filter, LocalDate first, LocalDate end);

    /// Forgets the days before.
    void forget(LocalDate before);
}
