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

    public boolean isPercentile() {
        return statistic.startsWith("p");
    }
}
