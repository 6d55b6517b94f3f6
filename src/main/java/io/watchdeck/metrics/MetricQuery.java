package io.watchdeck.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One metric as CloudWatch identifies it: the exact set of dimensions is part of its identity.
///
/// @param statistic `Average`, `Sum`, `Minimum`, `Maximum`, `SampleCount`, or a percentile such as `p95`
/// @param period    a multiple of 60 s
public record MetricQuery(String namespace, String name, SortedMap<String, String> dimensions, String statistic,
        Duration period) {

    public MetricQuery(String namespace, String name, Map<String, String> dimensions, String statistic,
            Duration period) {
        this(namespace, name, new TreeMap<>(dimensions), statistic, period);
    }

    /// The same with this period, where its own is shorter.
    public MetricQuery atLeast(Duration other) {
        return period.compareTo(other) >= 0 ? this
                : new MetricQuery(namespace, name, dimensions, statistic, other);
    }

    public boolean isPercentile() {
        return statistic.startsWith("p");
    }
}
