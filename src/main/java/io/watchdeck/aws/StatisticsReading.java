package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Parallel;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/// Reads metrics one by one with `GetMetricStatistics`. The first is asked alone: a service that takes no credentials or
/// cannot be reached is not asked a hundred times for the others. Then several are asked at a time, so that a hundred
/// take as long as a dozen.
final class StatisticsReading {

    private static final int AT_A_TIME = 8;

    private final AwsCalls calls;

    StatisticsReading(AwsCalls calls) {
        this.calls = calls;
    }

    void read(Collection<StatisticsCall> all, MetricAnswers answers) {
        Queue<StatisticsCall> open = new ConcurrentLinkedQueue<>(all);
        while (!open.isEmpty() && !answers.isAnswered()) {
            ask(open.remove(), answers);
        }
        Parallel.run(Collections.nCopies(Math.min(AT_A_TIME, open.size()), () -> {
            for (StatisticsCall next = open.poll(); next != null; next = open.poll()) {
                ask(next, answers);
            }
        }));
    }

    private void ask(StatisticsCall call, MetricAnswers answers) {
        if (answers.failForAll(call.queries()) || answers.haveFailed(call.queries())) {
            return;
        }
        try {
            answers.add(read(call));
        } catch (CallFailed failed) {
            answers.failOfOne(call.queries(), failed);
        }
    }

    private Map<MetricQuery, Reading<Series>> read(StatisticsCall call) {
        GetMetricStatisticsRequest request = request(call);
        List<Datapoint> points = calls.call(AwsApi.GET_METRIC_STATISTICS, "metrics",
                () -> calls.clients().cloudWatch().getMetricStatistics(request)).datapoints();
        var readings = new HashMap<MetricQuery, Reading<Series>>();
        call.queries().forEach(query -> readings.put(query, Reading.known(
                Series.of(MetricMapper.samples(points, query.statistic())), calls.clock().instant())));
        return readings;
    }

    /// No unit is asked for: a wrong one finds no data.
    private static GetMetricStatisticsRequest request(StatisticsCall call) {
        MetricQuery metric = call.queries().getFirst();
        List<String> statistics = call.queries().stream().map(MetricQuery::statistic).distinct().toList();
        var request = GetMetricStatisticsRequest.builder().namespace(metric.namespace()).metricName(metric.name())
                .dimensions(MetricMapper.dimensions(metric)).startTime(call.range().from()).endTime(call.range().to())
                .period(Math.toIntExact(metric.period().toSeconds()));
        return (metric.isPercentile() ? request.extendedStatistics(statistics)
                : request.statistics(statistics.stream().map(Statistic::fromValue).toList())).build();
    }
}
