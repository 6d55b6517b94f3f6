package io.watchdeck.watch;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.InterruptionCount;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.StateStore.Topic;
import io.watchdeck.stack.StackFile;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is kept of a place, by name. The names stand in people's files and never change.
public final class Topics {

    /// The place of what is of the console itself; no account and Region is called so.
    static final String CONSOLE = "/console";
    static final String ALARMS = "alarms";
    static final String PIPELINES = "pipelines";

    private Topics() {}

    /// The stack files that were watched; a failure from when one was watched no more.
    public static Topic<StackId, StackFile> files(String place) {
        return of(place, "file", StackId.class, StackFile.class);
    }

    public static Topic<String, PipelineState> pipelines(String place) {
        return of(place, PIPELINES, String.class, PipelineState.class);
    }

    /// The alarms of the account.
    public static Topic<String, List<CloudAlarm>> alarms(String place) {
        return list(place, ALARMS, String.class, CloudAlarm.class);
    }

    /// That a metric was read; the samples are told apart.
    static Topic<SeriesId, Boolean> metrics(String place) {
        return of(place, "metrics", SeriesId.class, Boolean.class);
    }

    static Topic<StackId, Attended> attended(String place) {
        return of(place, "attended", StackId.class, Attended.class);
    }

    static Topic<StackId, List<Occurrence>> occurrences(String place) {
        return list(place, "occurrences", StackId.class, Occurrence.class);
    }

    /// How many tasks of a service were interrupted lately, as it was counted then: the ledger learns more afterwards.
    static Topic<ServiceKey, InterruptionCount> interruptions(String place) {
        return of(place, "interruptions", ServiceKey.class, InterruptionCount.class);
    }

    static Topic<String, ConsoleState> console() {
        return of(CONSOLE, "console", String.class, ConsoleState.class);
    }

    /// When AWS had answered last.
    static Topic<String, Instant> lastRead() {
        return of(CONSOLE, "read", String.class, Instant.class);
    }

    static <V> Topic<StackId, V> cost(String place, Class<V> answer) {
        return of(place, "bill", StackId.class, answer);
    }

    static <K, V> Topic<K, V> of(String place, String name, Class<K> key, Class<V> answer) {
        return new Topic<>(place, name, key, answer);
    }

    static <K, V> Topic<K, List<V>> list(String place, String name, Class<K> key, Class<V> element) {
        return new Topic<>(place, name, key, listOf(element));
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

    /// How a stack was read.
    ///
    /// @param metrics how often its metrics were
    /// @param alarms  how often its alarms were
    /// @param cost    whether what it costs was awaited where it was not known
    record Attended(Duration metrics, Duration alarms, boolean cost) {}
}
