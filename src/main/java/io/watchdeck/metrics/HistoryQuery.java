package io.watchdeck.metrics;

import io.watchdeck.model.TimeRange;
import java.util.List;

/// What somebody wants to see of what is kept.
///
/// @param range whose ends lie anywhere: periods that begin in it count
/// @param tier  how finely
public record HistoryQuery(List<SeriesId> series, TimeRange range, Tier tier) {
    public HistoryQuery {
        series = List.copyOf(series);
    }
}
