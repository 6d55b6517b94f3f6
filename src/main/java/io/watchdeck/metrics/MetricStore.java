package io.watchdeck.metrics;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Keeps samples for years. Safe for use by several threads.
///
/// A sample belongs to the period in which its instant lies, and is read under that period's begin. Of each period the
/// newest answer counts; a period of which nothing was added has no sample. Whole numbers up to 2^53 are kept exactly,
/// fractions to seven digits.
///
/// A coarser tier is what was added to it and, for every period without such a sample, what [RollUp] makes of the finer
/// tiers.
public interface MetricStore {

    /// All of it, or nothing when the process is killed meanwhile; kept when this returns.
    void add(Tier tier, Map<SeriesId, Series> samples);

    /// The samples with `from <= at < to`; empty for a series that nobody knows.
    Series read(SeriesId id, Tier tier, TimeRange range);

    /// The same of several series, each of which is in the answer: at a start these are hundreds, and asking for one costs
    /// more than what it has.
    default Map<SeriesId, Series> read(Collection<SeriesId> ids, Tier tier, TimeRange range) {
        return ids.stream()
                .collect(Collectors.toMap(Function.identity(), id -> read(id, tier, range), (one, _) -> one));
    }

    /// All of which something was ever added.
    Set<SeriesId> series();

    /// Forgets what its tier no longer keeps, after rolling it up into the coarser ones. Takes some milliseconds, for one
    /// series, so that readers and writers never wait long; to be called for each of [#series] now and then.
    ///
    /// A sample is forgotten together with its neighbours of the same hour (minutes), day (five minutes) or 30 days
    /// (hours), when all of them are as old as [Retention#kept] says.
    void retire(SeriesId id, Instant now, Retention retention);

    /// As old as [Tier#kept] says.
    default void retire(SeriesId id, Instant now) {
        retire(id, now, Retention.standard());
    }
}
