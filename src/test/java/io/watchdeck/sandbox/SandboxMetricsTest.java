package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Readings;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxMetricsTest {

    private static final Map<String, String> SERVICE = Map.of("ClusterName", "tiketi-cluster-prod", "ServiceName",
            "tiketi-backend-service");

    private final Life life = new Life(42);

    @Test
    void theCurrentMinuteHasNoPointYet() {
        Series cpu = read("AWS/ECS", "CPUUtilization", SERVICE, "Average", 60, Duration.ofMinutes(10));

        assertThat(cpu.last().orElseThrow().at()).isEqualTo(Instant.parse("2026-09-22T04:41:00Z"));
    }

    @Test
    void aSumOverFiveMinutesIsTheSumOfItsMinutes() {
        Map<String, String> balancer = loadBalancer();
        var range = new TimeRange(Instant.parse("2026-09-22T04:00:00Z"), Instant.parse("2026-09-22T04:40:00Z"));
        Series minutes = read(query("RequestCount", balancer, "Sum", 60), range);
        Series fives = read(query("RequestCount", balancer, "Sum", 300), range);

        assertThat(fives.size()).isEqualTo(8);
        assertThat(fives.value(0)).isCloseTo(
                minutes.samples().subList(0, 5).stream().mapToDouble(Sample::value).sum(), within(0.5));
    }

    @Test
    void statisticsAreWhatTheyAreCalled() {
        var range = new TimeRange(Instant.parse("2026-09-22T03:00:00Z"), Instant.parse("2026-09-22T04:00:00Z"));
        double[] of = List.of("Minimum", "Average", "Maximum").stream()
                .mapToDouble(statistic -> read(new MetricQuery("AWS/ECS", "CPUUtilization", SERVICE, statistic,
                        Duration.ofHours(1)), range).value(0))
                .toArray();
        double[] latency = List.of("p50", "p95", "p99").stream()
                .mapToDouble(statistic -> read(query("TargetResponseTime", loadBalancer(), statistic, 3600), range)
                        .value(0))
                .toArray();

        assertThat(of).isSorted().doesNotHaveDuplicates();
        assertThat(latency).isSorted().doesNotHaveDuplicates();
        assertThat(read(new MetricQuery("AWS/ECS", "CPUUtilization", SERVICE, "SampleCount", Duration.ofHours(1)),
                range).value(0)).isEqualTo(60);
    }

    @Test
    void theWholeSetOfDimensionsIdentifiesAMetric() {
        assertThat(read("AWS/ECS", "CPUUtilization", Map.of("ServiceName", "tiketi-backend-service"), "Average", 60,
                Duration.ofMinutes(10)).isEmpty()).isTrue();
    }

    @Test
    void pointsAreKeptAsLongAsCloudWatchKeepsThem() {
        Duration years = Duration.ofDays(800);

        assertThat(read("AWS/ECS", "CPUUtilization", SERVICE, "Average", 60, years).size())
                .isCloseTo(15 * 1440, within(3));
        assertThat(read("AWS/ECS", "CPUUtilization", SERVICE, "Average", 300, years).size())
                .isCloseTo(63 * 288, within(3));
        assertThat(read("AWS/ECS", "CPUUtilization", SERVICE, "Average", 3600, years).size())
                .isCloseTo(455 * 24, within(3));
    }

    @Test
    void whatWasReadOnceStaysTrue() {
        var range = new TimeRange(Instant.parse("2026-09-22T02:00:00Z"), Instant.parse("2026-09-22T04:40:00Z"));
        var query = new MetricQuery("AWS/ECS", "CPUUtilization", SERVICE, "Average", Duration.ofMinutes(1));
        Series before = read(query, range);
        life.clock().advance(Duration.ofHours(9));

        assertThat(read(query, range)).isEqualTo(before);
    }

    @Test
    void cacheNodesPublishWithAndWithoutTheirNodeId() {
        var sets = Readings.value(life.cloud("tiketi-prod").metrics().dimensionSets("AWS/ElastiCache", "CacheHits"));

        assertThat(sets).contains(Map.of("CacheClusterId", "tiketi-redis-0002-001"),
                Map.of("CacheClusterId", "tiketi-redis-0002-001", "CacheNodeId", "0001"),
                Map.of("CacheClusterId", "glimpse-redis"));
    }

    @Test
    void anAuroraClusterPublishesForItselfAndItsInstance() {
        assertThat(Readings.value(life.cloud("bowwow-prod").metrics()
                .dimensionSets("AWS/RDS", "ServerlessDatabaseCapacity"))).containsExactlyInAnyOrder(
                        Map.of("DBClusterIdentifier", "bowwow-aurora"),
                        Map.of("DBInstanceIdentifier", "bowwow-aurora-1"));
    }

    private Map<String, String> loadBalancer() {
        return Readings.value(life.cloud("tiketi-prod").metrics().dimensionSets("AWS/ApplicationELB", "RequestCount"))
                .stream().filter(set -> set.get("LoadBalancer").startsWith("app/tiketi-alb-prod/")).findFirst()
                .orElseThrow();
    }

    private static MetricQuery query(String name, Map<String, String> dimensions, String statistic, int seconds) {
        return new MetricQuery("AWS/ApplicationELB", name, dimensions, statistic, Duration.ofSeconds(seconds));
    }

    private Series read(String namespace, String name, Map<String, String> dimensions, String statistic, int seconds,
            Duration length) {
        return read(new MetricQuery(namespace, name, dimensions, statistic, Duration.ofSeconds(seconds)),
                TimeRange.last(length, life.clock().instant()));
    }

    private Series read(MetricQuery query, TimeRange range) {
        return Readings.value(life.cloud("tiketi-prod").metrics().read(List.of(query), range).get(query));
    }
}
