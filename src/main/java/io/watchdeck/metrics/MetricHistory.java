package io.watchdeck.metrics;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// What was read of every series, in memory, newest [#kept] long. Safe for use by several threads; a series that is
/// handed out never changes.
public final class MetricHistory {

    private final Duration kept;
    private final Map<SeriesId, Series> series = new ConcurrentHashMap<>();

    private final BiConsumer<SeriesId, Series> also;

    public MetricHistory(Duration kept) {
        this(kept, (_, _) -> {});
    }

    /// @param also told of everything that is recorded
    public MetricHistory(Duration kept, BiConsumer<SeriesId, Series> also) {
        this.kept = kept;
        this.also = also;
    }

    /// Adds samples; where a period has been read before, the newer answer counts.
    public void record(SeriesId id, Series samples) {
        if (samples.isEmpty()) {
            return;
        }
        also.accept(id, samples);
        series.merge(id, trimmed(samples), (old, newer) -> trimmed(old.with(newer)));
    }

    public void record(SeriesId id, Instant at, double value) {
        record(id, Series.of(List.of(new Sample(at, value))));
    }

    /// Puts what was kept before the samples that are here; nobody is told.
    public void restore(SeriesId id, Series kept) {
        if (!kept.isEmpty()) {
            series.merge(id, trimmed(kept), (present, older) -> trimmed(older.with(present)));
        }
    }

    /// Forgets the samples of a time that is still to come, after the clock was put back.
    public void forgetAfter(Instant now) {
        series.replaceAll((_, all) -> all.between(Instant.EPOCH, now));
    }

    public Series series(SeriesId id) {
        return series.getOrDefault(id, Series.empty());
    }

    public Series series(SeriesId id, TimeRange range) {
        return series(id).between(range.from(), range.to());
    }

    /// The same question put to what is in memory. Nothing is known of when it was read.
    public HistoryAnswer answer(HistoryQuery query, MetricCatalogue catalogue) {
        var kept = new HashMap<SeriesId, HistoryAnswer.Kept>();
        for (SeriesId id : query.series()) {
            Series minutes = series(id, query.range());
            Series told = catalogue.find(id.metric()).flatMap(RollUp::of).map(rollUp -> switch (query.tier()) {
                case MINUTE -> minutes;
                case FIVE_MINUTES -> rollUp.fiveMinutes(minutes);
                case HOUR -> rollUp.hours(minutes, Series.empty());
            }).orElse(minutes);
            kept.put(id, new HistoryAnswer.Kept(told, List.of()));
        }
        return new HistoryAnswer(query, kept);
    }

    private Series trimmed(Series all) {
        Instant newest = all.at(all.size() - 1);
        return all.between(newest.minus(kept), newest.plusSeconds(1));
    }
}
