package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.model.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// By which calls a reading of metrics is made.
sealed interface MetricPlan {

    /// Metric by metric, at no price.
    record Free(List<StatisticsCall> calls) implements MetricPlan {}

    /// As many metrics a call as it takes, each of which costs.
    record Paid(List<MetricBatches.Batch> batches) implements MetricPlan {}

    /// What of the free calls may be spent.
    @FunctionalInterface
    interface Purse {

        /// @param spare only what would be left over in the end
        boolean affords(long calls, boolean spare);
    }

    /// At the lowest price, and then with the fewest calls.
    ///
    /// Where a metric takes several free calls (the past that is fetched once: 15 days of minutes are 15 calls) only those
    /// are spent on it that nobody would miss: one of them saves later what all of them save now. Of calls that cost,
    /// percentiles have some of their own, and so has a metric that was refused before.
    static MetricPlan of(Collection<MetricQuery> queries, TimeRange range, Set<MetricQuery> refused, Purse purse) {
        StatisticsCall.Plan free = StatisticsCall.plan(queries, range);
        if (purse.affords(free.calls().size(), free.calls().size() > free.metrics())) {
            return new Free(free.calls());
        }
        var plain = new ArrayList<MetricQuery>();
        var percentiles = new ArrayList<MetricQuery>();
        var alone = new ArrayList<MetricQuery>();
        for (MetricQuery query : queries) {
            List<MetricQuery> group = query.isPercentile() ? percentiles : plain;
            (refused.contains(query) ? alone : group).add(query);
        }
        var batches = new ArrayList<>(MetricBatches.of(plain, range));
        batches.addAll(MetricBatches.of(percentiles, range));
        alone.forEach(query -> batches.addAll(MetricBatches.of(List.of(query), range)));
        return new Paid(batches);
    }
}
