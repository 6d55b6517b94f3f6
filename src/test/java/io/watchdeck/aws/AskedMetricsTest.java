package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricQuery;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

class AskedMetricsTest {

    private static final MetricQuery CPU = query("Average");

    @Test
    void aRequestTellsWhichMetricsItAsksFor() {
        assertThat(MetricMapper.asked(MetricMapper.query("m0", CPU))).isEqualTo(CPU);
    }

    @Test
    void eachStatisticOfARequestIsOneThatWasAskedFor() {
        assertThat(MetricMapper.asked(request().statistics(Statistic.AVERAGE, Statistic.MAXIMUM).build()))
                .containsExactly(CPU, query("Maximum"));
        assertThat(MetricMapper.asked(request().extendedStatistics("p95").build())).containsExactly(query("p95"));
    }

    private static GetMetricStatisticsRequest.Builder request() {
        return GetMetricStatisticsRequest.builder().namespace("AWS/ECS").metricName("CPUUtilization")
                .dimensions(Dimension.builder().name("ServiceName").value("api").build()).period(60);
    }

    private static MetricQuery query(String statistic) {
        return new MetricQuery("AWS/ECS", "CPUUtilization", Map.of("ServiceName", "api"), statistic,
                Duration.ofMinutes(1));
    }
}
