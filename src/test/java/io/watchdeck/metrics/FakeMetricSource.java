package io.watchdeck.metrics;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// CloudWatch as a map: the points that were put in, found under their exact dimensions. Counts what it is asked.
public final class FakeMetricSource implements MetricSource {

    private record Key(String namespace, String name, Map<String, String> dimensions) {}

    /// What was asked in one call.
    public record Asked(List<MetricQuery> queries, TimeRange range) {}

    private final Clock clock;
    private final Map<Key, Series> points = new ConcurrentHashMap<>();
    private final List<Asked> reads = new CopyOnWriteArrayList<>();
    private final List<String> lookups = new CopyOnWriteArrayList<>();
    private volatile Predicate<MetricQuery> refused = _ -> false;
    private volatile Failure refusal = Failure.denied("cloudwatch:GetMetricData");
    private volatile boolean blind;

    public FakeMetricSource(Clock clock) {
        this.clock = clock;
    }

    /// @param dimensions names and values in turn
    public FakeMetricSource put(String namespace, String name, Series series, String... dimensions) {
        points.put(new Key(namespace, name, map(dimensions)), series);
        return this;
    }

    /// The queries that fit have this failure from now on.
    public void refuse(Predicate<MetricQuery> which, Failure failure) {
        refused = which;
        refusal = failure;
    }

    /// Dimension sets cannot be listed from now on.
    public void refuseLookups(boolean refuse) {
        blind = refuse;
    }

    public List<Asked> reads() {
        return List.copyOf(reads);
    }

    /// The metrics whose dimension sets were asked for, in order.
    public List<String> lookups() {
        return List.copyOf(lookups);
    }

    @Override
    public Map<MetricQuery, Reading<Series>> read(Collection<MetricQuery> queries, TimeRange range) {
        reads.add(new Asked(new ArrayList<>(queries), range));
        return queries.stream().distinct().collect(Collectors.toMap(query -> query, query -> refused.test(query)
                ? Reading.unknown(refusal, clock.instant())
                : Reading.known(points.getOrDefault(new Key(query.namespace(), query.name(),
                        Map.copyOf(query.dimensions())), Series.empty()).between(range.from(), range.to()),
                        clock.instant())));
    }

    @Override
    public Reading<List<Map<String, String>>> dimensionSets(String namespace, String name) {
        lookups.add(name);
        if (blind) {
            return Reading.unknown(Failure.denied("cloudwatch:ListMetrics"), clock.instant());
        }
        return Reading.known(points.keySet().stream().filter(key -> key.namespace().equals(namespace)
                && key.name().equals(name)).map(Key::dimensions).toList(), clock.instant());
    }

    private static Map<String, String> map(String... dimensions) {
        var map = new ConcurrentHashMap<String, String>();
        for (int i = 0; i < dimensions.length; i += 2) {
            map.put(dimensions[i], dimensions[i + 1]);
        }
        return Map.copyOf(map);
    }
}
