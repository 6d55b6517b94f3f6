package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/// Our queries to CloudWatch's and its points to ours. No unit is asked for: a wrong one finds no data.
final class MetricMapper {

    private MetricMapper() {}

    /// @param id unique within the call
    static MetricDataQuery query(String id, MetricQuery query) {
        return MetricDataQuery.builder().id(id).returnData(true)
                .metricStat(stat -> stat.stat(query.statistic())
                        .period(Math.toIntExact(query.period().toSeconds()))
                        .metric(metric -> metric.namespace(query.namespace()).metricName(query.name())
                                .dimensions(dimensions(query))))
                .build();
    }

    /// What [#query] was made of.
    static MetricQuery asked(MetricDataQuery query) {
        MetricStat stat = query.metricStat();
        return new MetricQuery(stat.metric().namespace(), stat.metric().metricName(),
                dimensions(stat.metric().dimensions()), stat.stat(), Duration.ofSeconds(stat.period()));
    }

    /// One for each statistic.
    static List<MetricQuery> asked(GetMetricStatisticsRequest request) {
        return Stream.concat(request.statisticsAsStrings().stream(), request.extendedStatistics().stream())
                .map(statistic -> new MetricQuery(request.namespace(), request.metricName(),
                        dimensions(request.dimensions()), statistic, Duration.ofSeconds(request.period())))
                .toList();
    }

    static List<Sample> samples(MetricDataResult result) {
        List<Instant> times = result.timestamps();
        List<Double> values = result.values();
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < Math.min(times.size(), values.size()); i++) {
            samples.add(new Sample(times.get(i), values.get(i)));
        }
        return samples;
    }

    /// The same metric for `GetMetricStatistics`.
    static List<Dimension> dimensions(MetricQuery query) {
        return query.dimensions().entrySet().stream()
                .map(entry -> Dimension.builder().name(entry.getKey()).value(entry.getValue()).build()).toList();
    }

    /// The samples of one statistic, in order of time: `GetMetricStatistics` gives its points in none.
    static List<Sample> samples(List<Datapoint> points, String statistic) {
        return points.stream().filter(point -> value(point, statistic) != null)
                .map(point -> new Sample(point.timestamp(), Objects.requireNonNull(value(point, statistic))))
                .sorted(Comparator.comparing(Sample::at)).toList();
    }

    private static @Nullable Double value(Datapoint point, String statistic) {
        return switch (statistic) {
            case "Average" -> point.average();
            case "Sum" -> point.sum();
            case "Minimum" -> point.minimum();
            case "Maximum" -> point.maximum();
            case "SampleCount" -> point.sampleCount();
            default -> point.extendedStatistics().get(statistic);
        };
    }

    static Map<String, String> dimensions(List<Dimension> dimensions) {
        return AlarmMapper.dimensions(dimensions);
    }

    /// The metric in words, for a failure: `AWS/ECS CPUUtilization p95 {ServiceName=api}`.
    static String name(MetricQuery query) {
        return query.namespace() + " " + query.name() + " " + query.statistic() + " " + query.dimensions();
    }
}
