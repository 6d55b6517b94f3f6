package io.watchdeck.metrics;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What was read of every series, in memory, newest [#kept] long. Safe for use by several threads; a series that is
/// handed out never changes.
public final class MetricHistory {

    private final Duration kept;
    private final Map<SeriesId, Series> series = new ConcurrentHashMap<>();

    public MetricHistory(Duration kept) {
        this.kept = kept;
    }

    /// Adds samples; where a period has been read before, the newer answer counts.
    public void record(SeriesId id, Series samples) {
        if (samples.isEmpty()) {
            return;
        }
        series.merge(id, trimmed(samples), (old, newer) -> trimmed(old.with(newer)));
    }

    public void record(SeriesId id, Instant at, double value) {
        record(id, Series.of(List.of(new Sample(at, value))));
    }

    public Series series(SeriesId id) {
        return series.getOrDefault(id, Series.empty());
    }

    public Series series(SeriesId id, TimeRange range) {
        return series(id).between(range.from(), range.to());
    }

    private Series trimmed(Series all) {
        Instant newest = all.at(all.size() - 1);
        return all.between(newest.minus(kept), newest.plusSeconds(1));
    }
}
