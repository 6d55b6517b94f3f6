package io.watchdeck.sandbox.telemetry;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;

/// The metrics of a stack. Each is published once, with how its value is found; from then on every minute that passes
/// gives it a point.
public final class MetricRecorder {

    /// The status of a result that holds everything asked.
    public static final String COMPLETE = "Complete";

    /// How long CloudWatch keeps points of a period at least this long.
    private static final Duration FINE = Duration.ofDays(15);
    private static final Duration MIDDLE = Duration.ofDays(63);
    private static final Duration COARSE = Duration.ofDays(455);

    private final Map<MetricKey, RecordedMetric> metrics = new LinkedHashMap<>();
    private final Map<MetricKey, RecordedMetric> aliases = new LinkedHashMap<>();
    private final Map<MetricKey, String> statuses = new HashMap<>();
    private long recorded;

    /// A metric of which one function tells both the undisturbed past and the present.
    public RecordedMetric publish(MetricKey key, RecordedMetric.Kind kind, LongToDoubleFunction value) {
        return publish(key, kind, value, value);
    }

    /// @param undisturbed value of the minute beginning at a second, if nothing special happens
    /// @param live        the same as the state is now
    public RecordedMetric publish(MetricKey key, RecordedMetric.Kind kind, LongToDoubleFunction undisturbed,
            LongToDoubleFunction live) {
        var metric = new RecordedMetric(kind, undisturbed, live);
        metrics.put(key, metric);
        return metric;
    }

    /// Lets a metric be found under a second set of dimensions, as AWS publishes some of them twice.
    public void alias(MetricKey key, RecordedMetric metric) {
        aliases.put(key, metric);
    }

    /// Notes every metric's value of the minute that begins at this second.
    public void record(long second) {
        long minute = second / 60;
        metrics.values().forEach(metric -> metric.record(minute));
        recorded = minute + 1;
    }

    public Optional<RecordedMetric> find(MetricKey key) {
        return Optional.ofNullable(metrics.get(key)).or(() -> Optional.ofNullable(aliases.get(key)));
    }

    /// Gives the metric's results a status other than `Complete`, whatever word AWS may have for it.
    public void answer(MetricKey key, String status) {
        statuses.put(key, status);
    }

    /// What CloudWatch says of a result of this metric.
    public String status(MetricKey key) {
        return statuses.getOrDefault(key, COMPLETE);
    }

    /// The dimension sets under which a metric exists.
    public List<Map<String, String>> dimensionSets(String namespace, String name) {
        return Stream.concat(metrics.keySet().stream(), aliases.keySet().stream())
                .filter(key -> key.name().equals(name) && key.namespace().equals(namespace))
                .map(MetricKey::dimensions).toList();
    }

    /// The series of a query; empty when there is no such metric. A period has a point once all of its minutes have
    /// passed.
    public Series read(MetricQuery query, TimeRange range, Instant now) {
        RecordedMetric metric = find(new MetricKey(query.namespace(), query.name(), query.dimensions())).orElse(null);
        long period = query.period().toMinutes();
        if (metric == null || period == 0) {
            return Series.empty();
        }
        long from = Math.max(range.from().getEpochSecond(), now.minus(kept(query.period())).getEpochSecond());
        long begin = Math.ceilDiv(from, period * 60) * period;
        List<Sample> samples = new ArrayList<>();
        for (long minute = begin; minute * 60 < range.to().getEpochSecond()
                && minute + period <= recorded; minute += period) {
            double value = metric.statistic(query.statistic(), minute, minute + period);
            if (!Double.isNaN(value)) {
                samples.add(new Sample(Instant.ofEpochSecond(minute * 60), value));
            }
        }
        return samples.isEmpty() ? Series.empty() : Series.of(samples);
    }

    private static Duration kept(Duration period) {
        if (period.compareTo(Duration.ofHours(1)) >= 0) {
            return COARSE;
        }
        return period.compareTo(Duration.ofMinutes(5)) >= 0 ? MIDDLE : FINE;
    }
}
