package io.watchdeck.watch;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What was known of an account and Region when the console ended, put back on its board before the first reading. Each
/// thing keeps the time at which it was true, so that it is late or stale by its own age. Who we are is not remembered:
/// AWS says that anew before anything is read. Blocking.
final class Remembered {

    /// What is older tells nothing of now.
    static final Duration WORTH = Duration.ofDays(7);
    private static final Duration RECENT = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final StateStore store;
    private final Board board;
    private final List<BoardPart<?, ?>> parts;
    private Instant saved = Instant.EPOCH;

    Remembered(StateStore store, String place, Board board) {
        this.store = store;
        this.board = board;
        parts = BoardPart.ofTheCloud(place, board);
    }

    /// What was read in a future that the clock has taken back tells nothing of now.
    private <K, V> void restore(BoardPart<K, V> part, Instant now) {
        part.readings().acceptAll(store.read(part.topic()).entrySet().stream()
                .filter(entry -> !entry.getValue().asOf().isAfter(now))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Reading<V>) entry.getValue())));
    }

    private <K, V> void save(BoardPart<K, V> part, Instant after) {
        store.keep(part.topic(), part.readings().since(after));
    }

    /// Everything but the samples.
    void restore(Instant now) {
        parts.forEach(part -> restore(part, now));
        board.changed();
    }

    /// @param stacks whose samples are put back
    void restore(MetricArchive archive, Set<StackId> stacks, MetricCatalogue catalogue, Instant now) {
        List<SeriesId> ids = archive.series().stream().filter(id -> stacks.contains(id.stack())).toList();
        // A little further: a time that was covered beyond now was covered by another clock.
        var range = new TimeRange(now.minus(RECENT), now.plus(AHEAD));
        archive.read(new HistoryQuery(ids, range, Tier.MINUTE)).kept().forEach((id, kept) -> {
            Series past = kept.series().between(range.from(), now);
            board.history.restore(id, past);
            if (catalogue.find(id.metric()).filter(metric -> !(metric.origin() instanceof MetricDefinition.Polled))
                    .isPresent()) {
                read(id, past, kept.coverage(), now);
            }
        });
        board.changed();
    }

    /// A figure is as old as the last time at which it was asked for and answered.
    private void read(SeriesId id, Series past, List<Coverage> coverage, Instant now) {
        coverage.stream().filter(part -> part.missed().isEmpty()).map(Coverage::range).map(TimeRange::to)
                .filter(asked -> !asked.isAfter(now)).max(Instant::compareTo)
                .ifPresent(asked -> board.metrics.accept(id, Reading.known(past, asked)));
    }

    /// Keeps what is new since the last time; all of it where that is still to come.
    void save(Instant now) {
        if (saved.isAfter(now)) {
            saved = Instant.EPOCH;
        }
        parts.forEach(part -> save(part, saved));
        saved = now.minusSeconds(1);
        store.forget(now.minus(WORTH));
    }
}
