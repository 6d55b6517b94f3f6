package io.watchdeck.metrics;

import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads metrics. Implementations ask in the largest batches that the service takes and follow every page; a metric
/// that the service refuses is alone in its failure.
public interface MetricSource {

    /// The series of each query over the range, whose ends are multiples of the period. A query that has no points is
    /// known and empty; every query asked has an entry.
    Map<MetricQuery, Reading<Series>> read(Collection<MetricQuery> queries, TimeRange range);

    /// The dimension sets under which a metric exists (those with data in the last two weeks).
    Reading<List<Map<String, String>>> dimensionSets(String namespace, String name);
}
