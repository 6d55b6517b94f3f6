package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One call of `GetMetricStatistics`: one metric in one period, with all of its statistics that are asked for, or all of
/// its percentiles; a call takes no mixture ("Specify either Statistics or ExtendedStatistics, but not both").
///
/// @param range whole periods, at most [#POINTS] of them
record StatisticsCall(List<MetricQuery> queries, TimeRange range) {

    static final int POINTS = 1440;
    /// Of one call; there are no more than five plain statistics.
    static final int PERCENTILES = 10;

    StatisticsCall {
        queries = List.copyOf(queries);
    }

    /// What is asked about together.
    private record Metric(String namespace, String name, Map<String, String> dimensions, Duration period,
            boolean percentile) {

        static Metric of(MetricQuery query) {
            return new Metric(query.namespace(), query.name(), query.dimensions(), query.period(),
                    query.isPercentile());
        }
    }

    /// The calls that read a range, as few as there can be.
    ///
    /// @param metrics how many metrics are asked for in them: where there are more calls, the range takes several
    record Plan(List<StatisticsCall> calls, int metrics) {}

    static Plan plan(Collection<MetricQuery> queries, TimeRange range) {
        var metrics = new LinkedHashMap<Metric, List<MetricQuery>>();
        queries.forEach(query -> metrics.computeIfAbsent(Metric.of(query), _ -> new ArrayList<>()).add(query));
        var calls = new ArrayList<StatisticsCall>();
        int count = 0;
        for (List<MetricQuery> of : metrics.values()) {
            for (int first = 0; first < of.size(); first += PERCENTILES) {
                add(of.subList(first, Math.min(of.size(), first + PERCENTILES)), range, calls);
                count++;
            }
        }
        return new Plan(calls, count);
    }

    private static void add(List<MetricQuery> queries, TimeRange range, List<StatisticsCall> calls) {
        Duration period = queries.getFirst().period();
        TimeRange whole = MetricBatches.complete(range, period);
        Duration most = period.multipliedBy(POINTS);
        for (Instant from = whole.from(); from.isBefore(whole.to()); from = from.plus(most)) {
            Instant to = from.plus(most);
            calls.add(new StatisticsCall(queries, new TimeRange(from, to.isBefore(whole.to()) ? to : whole.to())));
        }
    }
}
