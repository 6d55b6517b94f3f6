package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.MetricSource;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;

/// Reads metrics at the lowest price: with `GetMetricStatistics`, metric by metric, as long as such calls are free, else
/// with `GetMetricData`, in as few calls as its limits allow ([MetricPlan]). A reading is made in one way as a whole.
///
/// A metric that `GetMetricData` refused is asked alone from then on until it is answered: every metric asked costs money,
/// and finding the bad one among 500 takes ten refused calls.
final class CloudWatchMetricSource implements MetricSource {

    private final AwsCalls calls;
    private final MetricDataCall data;
    private final StatisticsReading statistics;
    private final Set<MetricQuery> refused = ConcurrentHashMap.newKeySet();

    CloudWatchMetricSource(AwsCalls calls) {
        this.calls = calls;
        data = new MetricDataCall(calls);
        statistics = new StatisticsReading(calls);
    }

    @Override
    public Map<MetricQuery, Reading<Series>> read(Collection<MetricQuery> queries, TimeRange range) {
        var answers = new MetricAnswers(new LinkedHashSet<>(queries), range, calls.clock());
        switch (MetricPlan.of(answers.asked(), range, refused, calls.clients()::affordsStatistics)) {
            case MetricPlan.Free(var free) -> statistics.read(free, answers);
            case MetricPlan.Paid(var batches) -> batches.forEach(batch -> ask(batch, answers));
        }
        refused.addAll(answers.refused());
        return answers.readings();
    }

    /// Halves a batch that CloudWatch refuses until the bad metric is alone. Both halves are asked before a quarter is, so
    /// that a service which fails as a whole is soon told from one bad metric.
    private void ask(MetricBatches.Batch whole, MetricAnswers answers) {
        var batches = new ArrayDeque<>(List.of(whole));
        while (!batches.isEmpty()) {
            MetricBatches.Batch batch = batches.poll();
            List<MetricQuery> queries = batch.queries();
            if (!answers.failForAll(queries)) {
                try {
                    answers.add(data.read(batch));
                    queries.forEach(refused::remove);
                } catch (CallFailed failed) {
                    if (queries.size() > 1 && failed.refused() && answers.mayHalve(failed)) {
                        int half = queries.size() / 2;
                        batches.add(new MetricBatches.Batch(queries.subList(0, half), batch.range()));
                        batches.add(new MetricBatches.Batch(queries.subList(half, queries.size()), batch.range()));
                    } else {
                        answers.fail(queries, failed);
                    }
                }
            }
        }
    }

    @Override
    public Reading<List<Map<String, String>>> dimensionSets(String namespace, String name) {
        return calls.read(() -> calls.pages(
                token -> calls.call(AwsApi.LIST_METRICS, "metric " + namespace + " " + name,
                        () -> calls.clients().cloudWatch().listMetrics(request -> request.namespace(namespace)
                                .metricName(name).nextToken(token))),
                ListMetricsResponse::nextToken)
                .stream().flatMap(page -> page.metrics().stream())
                .map(metric -> MetricMapper.dimensions(metric.dimensions())).distinct().toList());
    }
}
