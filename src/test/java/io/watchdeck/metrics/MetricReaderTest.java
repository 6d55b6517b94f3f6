package io.watchdeck.metrics;

import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.minutes;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricReaderTest {

    private static final String ALB = "AWS/ApplicationELB";
    private static final String REDIS = "AWS/ElastiCache";
    private static final String TARGET_5XX = "HTTPCode_Target_5XX_Count";
    private static final String ELB_5XX = "HTTPCode_ELB_5XX_Count";
    private static final TimeRange RANGE = new TimeRange(at(0), at(30));

    private final MutableClock clock = new MutableClock(at(30));
    private final FakeMetricSource source = new FakeMetricSource(clock);
    private final MetricCatalogue catalogue = MetricCatalogue.standard();
    private final MetricReader reader = new MetricReader(source, catalogue, clock);

    @Test
    void aServiceIsAskedByItsNameAndItsCluster() {
        source.put("AWS/ECS", "CPUUtilization", minutes(40, 50), "ClusterName", "shop", "ServiceName", "api");

        assertThat(value(read("service.cpu", "api"))).isEqualTo(minutes(40, 50));
        assertThat(source.reads()).singleElement().satisfies(asked -> {
            assertThat(asked.range()).isEqualTo(RANGE);
            assertThat(asked.queries()).containsExactly(new MetricQuery("AWS/ECS", "CPUUtilization",
                    Map.of("ClusterName", "shop", "ServiceName", "api"), "Average", Duration.ofMinutes(1)));
        });
        assertThat(source.lookups()).as("nothing is to be found").isEmpty();
    }

    @Test
    void aLoadBalancerIsAskedByTheIdThatAwsGaveIt() {
        source.put(ALB, "RequestCount", minutes(1), "LoadBalancer", "app/other/1");
        source.put(ALB, "RequestCount", minutes(2), "LoadBalancer", "app/shop/2");
        source.put(ALB, "RequestCount", minutes(3), "LoadBalancer", "app/shop/2", "AvailabilityZone", "a");

        assertThat(value(read("lb.requests", "shop"))).isEqualTo(minutes(2));
    }

    @Test
    void aTargetGroupIsFoundWithWhateverLoadBalancerItHas() {
        source.put(ALB, "HealthyHostCount", minutes(2), "TargetGroup", "targetgroup/shop-tg/9", "LoadBalancer",
                "app/any/1");
        source.put(ALB, "HealthyHostCount", minutes(7), "TargetGroup", "targetgroup/shop-tg/9");

        assertThat(value(read("tg.healthy", "shop-tg"))).isEqualTo(minutes(2));
    }

    @Test
    void theNodesOfACacheAreAddedUp() {
        source.put(REDIS, "CacheHits", minutes(1, 2, NaN), "CacheClusterId", "redis-001");
        source.put(REDIS, "CacheHits", minutes(10, NaN, 30), "CacheClusterId", "redis-002");
        source.put(REDIS, "CacheHits", minutes(99), "CacheClusterId", "redis-001", "CacheNodeId", "0001");
        source.put(REDIS, "CacheHits", minutes(99), "CacheClusterId", "redis-sessions-001");

        assertThat(value(read("cache.hits", "redis"))).isEqualTo(minutes(11, 2, 30));
    }

    @Test
    void everyShardAndReplicaOfAClusterCounts() {
        source.put(REDIS, "CacheHits", minutes(1), "CacheClusterId", "redis-0001-001");
        source.put(REDIS, "CacheHits", minutes(2), "CacheClusterId", "redis-0001-002");
        source.put(REDIS, "CacheHits", minutes(4), "CacheClusterId", "redis-0002-001");
        source.put(REDIS, "CacheMisses", minutes(1), "CacheClusterId", "redis-0001-001");
        source.put(REDIS, "CacheMisses", minutes(2), "CacheClusterId", "redis-0001-002");
        source.put(REDIS, "CacheMisses", minutes(18), "CacheClusterId", "redis-0002-001");

        assertThat(value(read("cache.hits", "redis"))).isEqualTo(minutes(7));
        assertThat(value(read("cache.hitRate", "redis"))).as("7 of 28, not the mean of the nodes' rates")
                .isEqualTo(minutes(25));
    }

    @Test
    void nodesThatAreReportedOnlyByNodeIdAreAddedUp() {
        source.put(REDIS, "CacheHits", minutes(1), "CacheClusterId", "memory", "CacheNodeId", "0001");
        source.put(REDIS, "CacheHits", minutes(2), "CacheClusterId", "memory", "CacheNodeId", "0002");
        source.put(REDIS, "CacheHits", minutes(4), "CacheClusterId", "memory", "CacheNodeId", "0003");

        assertThat(value(read("cache.hits", "memory"))).isEqualTo(minutes(7));
    }

    @Test
    void aNodeIsNeverCountedTwiceWhereSomeAreReportedTogether() {
        source.put(REDIS, "CacheHits", minutes(3), "CacheClusterId", "redis-001");
        source.put(REDIS, "CacheHits", minutes(3), "CacheClusterId", "redis-001", "CacheNodeId", "0001");
        source.put(REDIS, "CacheHits", minutes(5), "CacheClusterId", "redis-002", "CacheNodeId", "0001");
        source.put(REDIS, "CacheHits", minutes(99), "CacheClusterId", "redis-002", "CacheNodeId", "0001", "Tier", "x");

        assertThat(value(read("cache.hits", "redis"))).isEqualTo(minutes(8));
    }

    @Test
    void aCacheWithoutRequestsHasNoRate() {
        source.put(REDIS, "CacheHits", minutes(0, 0), "CacheClusterId", "redis-001");
        source.put(REDIS, "CacheMisses", minutes(0, 0), "CacheClusterId", "redis-001");

        assertThat(value(read("cache.hitRate", "redis")).isEmpty()).isTrue();
    }

    @Test
    void theBusiestNodeSpeaksForTheCpuOfACache() {
        source.put(REDIS, "EngineCPUUtilization", minutes(10, 80), "CacheClusterId", "redis-001");
        source.put(REDIS, "EngineCPUUtilization", minutes(60, 20), "CacheClusterId", "redis-002");

        assertThat(value(read("cache.cpu", "redis"))).isEqualTo(minutes(60, 80));
    }

    @Test
    void theHitRateIsThatOfAllNodesTogether() {
        source.put(REDIS, "CacheHits", minutes(90, 0, 1), "CacheClusterId", "redis-001");
        source.put(REDIS, "CacheHits", minutes(10, 0, 1), "CacheClusterId", "redis-002");
        source.put(REDIS, "CacheMisses", minutes(0, 0, 2), "CacheClusterId", "redis-001");
        source.put(REDIS, "CacheMisses", minutes(100, 0, 4), "CacheClusterId", "redis-002");

        assertThat(value(read("cache.hitRate", "redis"))).isEqualTo(minutes(50, NaN, 25));
    }

    @Test
    void silenceOfErrorsIsZeroWhereThereWereRequestsAndNothingElsewhere() {
        source.put(ALB, "RequestCount", minutes(10, 10, NaN, 10), "LoadBalancer", "app/shop/1");
        source.put(ALB, TARGET_5XX, minutes(NaN, 3, NaN, NaN), "LoadBalancer", "app/shop/1");

        assertThat(value(read("lb.target5xx", "shop"))).isEqualTo(minutes(0, 3, NaN, 0));
        assertThat(value(read("lb.elb5xx", "shop"))).as("never seen in two weeks").isEqualTo(minutes(0, 0, NaN, 0));
        assertThat(value(read("lb.5xx", "shop"))).isEqualTo(minutes(0, 3, NaN, 0));
    }

    @Test
    void requestsAtOneMinuteSayNothingAboutTheNext() {
        source.put(ALB, "RequestCount", minutes(10, NaN, 0, NaN), "LoadBalancer", "app/shop/1");

        assertThat(value(read("lb.5xx", "shop"))).isEqualTo(minutes(0, NaN, 0, NaN));
        assertThat(value(read("lb.target5xx", "shop"))).isEqualTo(minutes(0, NaN, 0, NaN));
        assertThat(value(read("lb.requests", "shop"))).isEqualTo(minutes(10, NaN, 0, NaN));
    }

    @Test
    void errorsOfTheLoadBalancerItselfCountWhereNoRequestReachedATarget() {
        source.put(ALB, "RequestCount", minutes(10, NaN, NaN), "LoadBalancer", "app/shop/1");
        source.put(ALB, ELB_5XX, minutes(NaN, 40, NaN), "LoadBalancer", "app/shop/1");

        assertThat(value(read("lb.elb5xx", "shop"))).isEqualTo(minutes(0, 40, NaN));
        assertThat(value(read("lb.target5xx", "shop"))).isEqualTo(minutes(0, NaN, NaN));
        assertThat(value(read("lb.5xx", "shop"))).isEqualTo(minutes(0, 40, NaN));
    }

    @Test
    void aLoadBalancerThatNeverHadATargetHasErrorsWithoutRequests() {
        source.put(ALB, ELB_5XX, minutes(40, NaN, 50), "LoadBalancer", "app/shop/1");

        assertThat(value(read("lb.elb5xx", "shop"))).isEqualTo(minutes(40, NaN, 50));
        assertThat(value(read("lb.5xx", "shop"))).isEqualTo(minutes(40, NaN, 50));
        assertThat(failure(read("lb.target5xx", "shop")).kind()).isEqualTo(Failure.Kind.ABSENT);
        assertThat(failure(read("lb.requests", "shop")).kind()).isEqualTo(Failure.Kind.ABSENT);
    }

    @Test
    void responseTimesHavePointsOnlyWhereThereWasTraffic() {
        source.put(ALB, "RequestCount", minutes(10, 0, NaN, 10), "LoadBalancer", "app/shop/1");
        source.put(ALB, "TargetResponseTime", minutes(0.2, NaN, NaN, 0.3), "LoadBalancer", "app/shop/1");

        for (String percentile : List.of("lb.p50", "lb.p95", "lb.p99")) {
            assertThat(value(read(percentile, "shop"))).isEqualTo(minutes(0.2, NaN, NaN, 0.3));
        }
    }

    @Test
    void withoutRequestsErrorsAreAbsentRatherThanZero() {
        assertThat(failure(read("lb.5xx", "shop")).kind()).isEqualTo(Failure.Kind.ABSENT);
    }

    @Test
    void aMetricThatNobodyReportsIsAbsent() {
        assertThat(failure(read("cache.hitRate", "redis")).kind()).isEqualTo(Failure.Kind.ABSENT);
        assertThat(source.reads()).as("nothing to ask").isEmpty();
    }

    @Test
    void whatIsKnownByNameAndHasNoPointsIsEmpty() {
        assertThat(value(read("db.cpu", "main")).isEmpty()).isTrue();
    }

    @Test
    void theFailureOfOneInputIsThatOfTheWholeAndOfNothingElse() {
        source.put(ALB, "RequestCount", minutes(10), "LoadBalancer", "app/shop/1");
        source.put(ALB, TARGET_5XX, minutes(3), "LoadBalancer", "app/shop/1");
        Failure throttled = Failure.throttled("cloudwatch:GetMetricData");
        source.refuse(query -> query.name().equals(ELB_5XX), throttled);

        var readings = read(wanted("lb.5xx", "shop"), wanted("lb.target5xx", "shop"), wanted("lb.requests", "shop"));

        assertThat(failure(readings.get(id("lb.5xx", "shop")))).isEqualTo(throttled);
        assertThat(value(readings.get(id("lb.target5xx", "shop")))).isEqualTo(minutes(3));
        assertThat(value(readings.get(id("lb.requests", "shop")))).isEqualTo(minutes(10));
    }

    @Test
    void withoutRequestsBeingKnownNobodyCanSayThatErrorsAreZero() {
        source.put(ALB, "RequestCount", minutes(10), "LoadBalancer", "app/shop/1");
        source.refuse(query -> query.name().equals("RequestCount"), Failure.unreachable("host"));

        assertThat(failure(read("lb.target5xx", "shop"))).isEqualTo(Failure.unreachable("host"));
    }

    @Test
    void oneNodeThatFailsLeavesTheSumUnknown() {
        source.put(REDIS, "CacheHits", minutes(1), "CacheClusterId", "redis-001");
        source.put(REDIS, "CacheHits", minutes(2), "CacheClusterId", "redis-002");
        source.refuse(query -> query.dimensions().containsValue("redis-002"), Failure.unreachable("host"));

        assertThat(failure(read("cache.hits", "redis"))).isEqualTo(Failure.unreachable("host"));
    }

    @Test
    void eachQueryIsAskedOnceThoughSeveralMetricsNeedIt() {
        source.put(ALB, "RequestCount", minutes(10), "LoadBalancer", "app/shop/1");

        read(wanted("lb.5xx", "shop"), wanted("lb.target5xx", "shop"), wanted("lb.elb5xx", "shop"),
                wanted("lb.requests", "shop"), wanted("lb.requests", "shop"));

        assertThat(source.reads()).singleElement().satisfies(asked -> assertThat(asked.queries())
                .doesNotHaveDuplicates().extracting(MetricQuery::name)
                .containsExactlyInAnyOrder("RequestCount", TARGET_5XX, ELB_5XX));
    }

    @Test
    void foundDimensionsHoldForAnHour() {
        source.put(REDIS, "CacheHits", minutes(1), "CacheClusterId", "redis-001");
        read("cache.hits", "redis");
        source.put(REDIS, "CacheHits", minutes(2), "CacheClusterId", "redis-002");
        clock.forward(Duration.ofMinutes(59));

        assertThat(value(read("cache.hits", "redis"))).isEqualTo(minutes(1));
        assertThat(source.lookups()).hasSize(1);

        clock.forward(Duration.ofMinutes(1));

        assertThat(value(read("cache.hits", "redis"))).isEqualTo(minutes(3));
        assertThat(source.lookups()).hasSize(2);
    }

    @Test
    void whatWasNotFoundIsLookedForAtTheNextReading() {
        read("cache.hits", "redis");
        source.put(REDIS, "CacheHits", minutes(1), "CacheClusterId", "redis-001");

        assertThat(value(read("cache.hits", "redis"))).isEqualTo(minutes(1));
    }

    @Test
    void aLookupThatIsRefusedIsTheOnlyOneOfItsReading() {
        source.refuseLookups(true);

        var readings = read(wanted("lb.requests", "shop"), wanted("lb.5xx", "shop"), wanted("lb.p50", "shop"),
                wanted("lb.p95", "shop"), wanted("lb.p99", "shop"));

        assertThat(readings.values()).allSatisfy(reading -> assertThat(failure(reading).action())
                .contains("cloudwatch:ListMetrics"));
        assertThat(source.lookups()).containsExactly("RequestCount");

        source.refuseLookups(false);
        source.put(ALB, "RequestCount", minutes(10), "LoadBalancer", "app/shop/1");
        assertThat(value(read("lb.requests", "shop"))).isEqualTo(minutes(10));
    }

    @Test
    void percentilesOfOneMetricShareItsLookup() {
        source.put(ALB, "TargetResponseTime", minutes(0.2), "LoadBalancer", "app/shop/1");

        read(wanted("lb.p50", "shop"), wanted("lb.p95", "shop"));

        assertThat(source.lookups()).containsExactly("TargetResponseTime");
        assertThat(source.reads().getFirst().queries()).extracting(MetricQuery::statistic).containsExactly("p50",
                "p95");
        assertThat(source.reads().getFirst().queries()).allMatch(MetricQuery::isPercentile);
    }

    @Test
    void auroraIsAskedByItsCluster() {
        source.put("AWS/RDS", "CPUUtilization", minutes(30), "DBClusterIdentifier", "aurora");
        source.put("AWS/RDS", "CPUUtilization", minutes(99), "DBInstanceIdentifier", "aurora");
        var cluster = new Wanted(id("db.cpu", "aurora"), catalogue.get("db.cpu").withDimension("DBInstanceIdentifier",
                "DBClusterIdentifier"), "shop");

        assertThat(value(read(cluster).get(cluster.id()))).isEqualTo(minutes(30));
    }

    @Test
    void whatTheConsoleCountsItselfIsNotAsked() {
        assertThat(read(wanted("service.running", "api"))).isEmpty();
        assertThat(source.reads()).isEmpty();
    }

    @Test
    void anAnswerHoldsAnEntryForEachInputAsWell() {
        source.put(ALB, "RequestCount", minutes(10), "LoadBalancer", "app/shop/1");

        assertThat(read(wanted("lb.5xx", "shop")).keySet()).containsExactlyInAnyOrderElementsOf(List.of(
                id("lb.5xx", "shop"), id("lb.target5xx", "shop"), id("lb.elb5xx", "shop"), id("lb.requests", "shop")));
    }

    private Reading<Series> read(String metric, String component) {
        return read(wanted(metric, component)).get(id(metric, component));
    }

    private Map<SeriesId, Reading<Series>> read(Wanted... wanted) {
        return reader.read(Arrays.asList(wanted), RANGE);
    }

    private Wanted wanted(String metric, String component) {
        return new Wanted(id(metric, component), catalogue.get(metric), "shop");
    }

    private static SeriesId id(String metric, String component) {
        return new SeriesId(new StackId("shop"), metric, component);
    }
}
