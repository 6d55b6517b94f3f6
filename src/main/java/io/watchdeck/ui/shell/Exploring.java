package io.watchdeck.ui.shell;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartRange;
import java.util.List;
import java.util.Optional;

/// What the metric explorer is asked to show.
///
/// @param part of the range, or another time, that is shown instead of it
public record Exploring(List<SeriesId> series, ChartRange range, Optional<TimeRange> part) {
    public Exploring {
        series = List.copyOf(series);
    }
}
