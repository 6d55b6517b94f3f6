package io.watchdeck.watch;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.cost.Budget;
import io.watchdeck.cost.CostReport;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
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
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.refresh.Readings;
import io.watchdeck.refresh.StateStore;
import io.watchdeck.refresh.StateStore.Topic;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
    private final List<Part<?, ?>> parts;
    private Instant saved = Instant.EPOCH;

    /// A part of the board under its name in the store.
    private record Part<K, V>(Topic<K, V> topic, Readings<K, V> readings) {

        /// What was read in a future that the clock has taken back tells nothing of now.
        void restore(StateStore store, Instant now) {
            readings.acceptAll(store.read(topic).entrySet().stream()
                    .filter(entry -> !entry.getValue().asOf().isAfter(now))
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Reading<V>) entry.getValue())));
        }

        void save(StateStore store, Instant after) {
            store.keep(topic, readings.since(after));
        }
    }

    Remembered(StateStore store, String place, Board board) {
        this.store = store;
        this.board = board;
        parts = List.of(part(place, "services", ServiceKey.class, ServiceState.class, board.services),
                part(place, "tasks", String.class, listOf(TaskState.class), board.tasks),
                part(place, "scaling", ServiceKey.class, ScalingRange.class, board.scaling),
                part(place, "alarms", String.class, listOf(CloudAlarm.class), board.alarms),
                part(place, "queues", String.class, QueueState.class, board.queues),
                part(place, "batch", String.class, BatchQueueState.class, board.batch),
                part(place, "pipes", String.class, PipeState.class, board.pipes),
                part(place, "pipelines", String.class, PipelineState.class, board.pipelines),
                part(place, "databases", String.class, DatabaseFacts.class, board.databases),
                part(place, "bill", StackId.class, CostReport.class, board.cost),
                part(place, "budgets", String.class, listOf(Budget.class), board.budgets),
                part(place, "targets", String.class, listOf(TargetState.class), board.targets));
    }

    private static <K, V> Part<K, V> part(String place, String name, Class<K> key, Type answer,
            Readings<K, V> readings) {
        return new Part<>(new Topic<>(place, name, key, answer), readings);
    }

    private static Type listOf(Class<?> element) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return new Type[] {element};
            }

            @Override
            public Type getRawType() {
                return List.class;
            }

            @Override
            public Type getOwnerType() {
                return List.class;
            }
        };
    }

    /// Everything but the samples.
    void restore(Instant now) {
        parts.forEach(part -> part.restore(store, now));
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
        parts.forEach(part -> part.save(store, saved));
        saved = now.minusSeconds(1);
        store.forget(now.minus(WORTH));
    }
}
