package io.watchdeck.metrics;

import java.util.List;
import java.util.Map;

/// What is kept of what was asked for.
///
/// @param kept      an entry for every series asked for
/// @param retention how long samples are kept where this came from
public record HistoryAnswer(HistoryQuery query, Map<SeriesId, Kept> kept, Retention retention) {

    /// From where samples are kept as long as [Tier#kept] says.
    public HistoryAnswer(HistoryQuery query, Map<SeriesId, Kept> kept) {
        this(query, kept, Retention.standard());
    }

    public HistoryAnswer {
        kept = Map.copyOf(kept);
    }

    /// @param series   the samples; where the tier has none yet of a metric that cannot be rolled up, finer ones
    /// @param coverage when it was read and when, and why, it was not; of any other time nobody asked
    public record Kept(Series series, List<Coverage> coverage) {
        public Kept {
            coverage = List.copyOf(coverage);
        }
    }
}
