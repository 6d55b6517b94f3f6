package io.watchdeck.alarms;

import static io.watchdeck.model.ComponentKind.CACHE;
import static io.watchdeck.model.ComponentKind.DATABASE;
import static io.watchdeck.model.ComponentKind.LOAD_BALANCER;
import static io.watchdeck.model.ComponentKind.QUEUE;
import static io.watchdeck.model.ComponentKind.SERVICE;
import static io.watchdeck.model.ComponentKind.STACK;
import static io.watchdeck.model.ComponentKind.TARGET_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmScopeTest {

    private static final String SHOP = """
            stack: Shop
            environment: test
            region: eu-west-1
            cluster: shop
            services: [{name: api}]
            loadBalancers: [{name: shop-alb, targetGroups: [shop-tg]}]
            databases:
              - {id: main, engine: postgres}
              - {id: main-reports, engine: postgres}
              - {id: aurora, kind: cluster, engine: aurora-postgresql}
            caches: [{id: redis}, {id: redis-sessions}]
            queues: [{name: jobs, deadLetterQueue: jobs-dlq}]
            alarmSeverities:
              shop-*-high: notice
              shop-api-*: critical
              ops-pager: critical
            """;

    private final AlarmScope scope = new AlarmScope(StackFiles.good(SHOP), MetricCatalogue.standard());

    @ParameterizedTest
    @CsvSource({
            "ClusterName=shop ServiceName=api,                            SERVICE,       api",
            "LoadBalancer=app/shop-alb/1,                                 LOAD_BALANCER, shop-alb",
            "TargetGroup=targetgroup/shop-tg/1 LoadBalancer=app/shop-alb/1, TARGET_GROUP, shop-tg",
            "DBInstanceIdentifier=main,                                   DATABASE,      main",
            "DBInstanceIdentifier=main-reports,                           DATABASE,      main-reports",
            "DBInstanceIdentifier=aurora-instance-1,                      DATABASE,      aurora",
            "DBClusterIdentifier=aurora,                                  DATABASE,      aurora",
            "CacheClusterId=redis,                                        CACHE,         redis",
            "CacheClusterId=redis-001,                                    CACHE,         redis",
            "CacheClusterId=redis-001 CacheNodeId=0001,                   CACHE,         redis",
            "CacheClusterId=redis-sessions-001,                           CACHE,         redis-sessions",
            "QueueName=jobs,                                              QUEUE,         jobs",
            "QueueName=jobs-dlq,                                          QUEUE,         jobs"})
    void isAboutTheComponentThatItsDimensionsName(String dimensions, ComponentKind kind, String name) {
        assertThat(scope.component(alarm("any", dimensions))).contains(new ComponentId(kind, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "ClusterName=other ServiceName=api",
            "ClusterName=other",
            "ClusterName=shop",
            "ClusterName=shop ServiceName=web",
            "LoadBalancer=app/shop-alb-2/1",
            "LoadBalancer=net/shop-alb/1",
            "TargetGroup=targetgroup/shop-tg-2/1",
            "DBInstanceIdentifier=mainframe",
            "CacheClusterId=redis2",
            "QueueName=jobs-2",
            "InstanceId=i-0123"})
    void whatIsOfAnotherStackDoesNotConcernThisOne(String dimensions) {
        assertThat(scope.component(alarm("any", dimensions))).isEmpty();
    }

    @Test
    void scalingActivityIsNoIncident() {
        assertThat(scope.component(alarm("TargetTracking-service/shop/api-AlarmHigh-1",
                "ClusterName=shop ServiceName=api"))).isEmpty();
    }

    @Test
    void anAlarmWithoutDimensionsBelongsToTheStackWhoseNameItBears() {
        assertThat(scope.component(composite("shop-everything"))).contains(new ComponentId(STACK, "Shop"));
        assertThat(scope.component(composite("SHOP down"))).contains(new ComponentId(STACK, "Shop"));
        assertThat(scope.component(composite("shopping-cart"))).as("another word").isEmpty();
        assertThat(scope.component(composite("the-shop"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "shop-ecs-cpu-high,  '',                                    NOTICE",
            "shop-api-errors,    '',                                    CRITICAL",
            "shop-api-cpu-high,  '',                                    NOTICE",
            "my-shop-api-errors, '',                                    WARNING",
            "anything,           arn:aws:sns:eu-west-1:1:ops-pager,     CRITICAL",
            "anything,           arn:aws:sns:eu-west-1:1:ops-pager-2,   WARNING",
            "anything,           '',                                    WARNING"})
    void theFirstPatternThatFitsNameOrTopicSaysHowSevereItIs(String name, String action, Severity severity) {
        var alarm =
                new CloudAlarm(name, "arn", false, "ALARM", "", Instant.EPOCH, "", "", "", Duration.ZERO, Map.of(), "",
                        OptionalDouble.empty(), Stream.of(action).filter(arn -> !arn.isEmpty()).toList());

        assertThat(scope.severity(alarm)).isEqualTo(severity);
    }

    @Test
    void theMetricIsThatOfTheCatalogue() {
        assertThat(scope.metric(on("AWS/RDS", "DatabaseConnections"))).map(MetricDefinition::id)
                .contains("db.connections");
        assertThat(scope.metric(on("AWS/EC2", "CPUUtilization"))).isEmpty();
        assertThat(scope.metric(composite("shop"))).isEmpty();
    }

    @Test
    void ofSeveralStatisticsOfAMetricItIsTheOneOfTheAlarm() {
        assertThat(scope.metric(latency("p99"))).map(MetricDefinition::id).contains("lb.p99");
        assertThat(scope.metric(latency("Average"))).as("of which the catalogue has none").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DBInstanceIdentifier=main, Average", "DBInstanceIdentifier=main-1, ''",
            "DBInstanceIdentifier=main AvailabilityZone=a, ''"})
    void anAlarmOnAPartOfAComponentHasNoStatisticOfTheWhole(String dimensions, String statistic) {
        var map = new TreeMap<String, String>();
        Stream.of(dimensions.split(" ")).forEach(part -> map.put(part.split("=")[0], part.split("=")[1]));
        var alarm = new CloudAlarm("any", "arn", false, "OK", "", Instant.EPOCH, "AWS/RDS", "CPUUtilization",
                "Average", Duration.ofMinutes(1), map, "LessThanOrEqualToThreshold", OptionalDouble.of(80), List.of());

        assertThat(scope.comparison(alarm, new ComponentId(DATABASE, "main"))).contains(
                new Comparison(Comparison.Relation.AT_MOST, statistic, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"AWS/SQS, ApproximateNumberOfMessagesVisible, QueueName=jobs-dlq, queue.deadLetters",
            "AWS/SQS, ApproximateNumberOfMessagesVisible, QueueName=jobs, queue.visible",
            "AWS/SQS, ApproximateNumberOfMessagesNotVisible, QueueName=jobs, queue.inFlight",
            "ECS/ContainerInsights, RunningTaskCount, ClusterName=shop ServiceName=api, service.running"})
    void whatTheConsoleCountsItselfIsKnownByItsMetricAtCloudWatch(String namespace, String metric, String dimensions,
            String id) {
        CloudAlarm alarm = watching(namespace, metric, "Maximum", 1, dimensions);

        assertThat(scope.metric(alarm)).map(MetricDefinition::id).contains(id);
        assertThat(scope.comparison(alarm, scope.component(alarm).orElseThrow())).contains(
                new Comparison(Comparison.Relation.ABOVE, "last", Duration.ofMinutes(1), true));
    }

    @Test
    void theNewestCountIsNotThatOfFiveMinutesOrOfAPart() {
        CloudAlarm longer = watching("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", 5,
                "QueueName=jobs-dlq");
        CloudAlarm part = watching("ECS/ContainerInsights", "RunningTaskCount", "Minimum", 1,
                "ClusterName=shop ServiceName=api TaskDefinitionFamily=api");

        assertThat(scope.comparison(longer, new ComponentId(QUEUE, "jobs"))).map(Comparison::statistic)
                .contains("Maximum");
        assertThat(scope.comparison(part, new ComponentId(SERVICE, "api"))).map(Comparison::statistic).contains("");
    }

    @Test
    void metricMathIsAboutTheComponentOfItsMetricsAndIsWhatItComputes() {
        CloudAlarm alarm = computing("100*(h0+h1)/(h0+h1+m0+m1)", Map.of("h0", cache("CacheHits", "redis-001"), "h1",
                cache("CacheHits", "redis-002"), "m0", cache("CacheMisses", "redis-001"), "m1",
                cache("CacheMisses", "redis-002")));

        ComponentId redis = new ComponentId(CACHE, "redis");
        assertThat(scope.component(alarm)).contains(redis);
        assertThat(scope.metric(alarm)).map(MetricDefinition::id).contains("cache.hitRate");
        assertThat(scope.comparison(alarm, redis)).contains(
                new Comparison(Comparison.Relation.ABOVE, "Average", Duration.ofMinutes(5)));
    }

    @Test
    void metricMathThatComputesSomethingElseIsOnlyAboutItsComponent() {
        CloudAlarm alarm = computing("m0", Map.of("h0", cache("CacheHits", "redis-001"), "m0",
                cache("CacheMisses", "redis-001")));

        assertThat(scope.component(alarm)).contains(new ComponentId(CACHE, "redis"));
        assertThat(scope.metric(alarm)).isEmpty();
        assertThat(scope.comparison(alarm, new ComponentId(CACHE, "redis"))).map(Comparison::statistic).contains("");
    }

    @Test
    void metricMathOverSeveralComponentsBelongsToTheStackWhoseNameItBears() {
        Map<String, MetricMath.Input> both =
                Map.of("a", cache("CacheHits", "redis-001"), "b", cache("CacheHits", "redis-sessions-001"));

        assertThat(scope.component(computing("a+b", both))).contains(new ComponentId(STACK, "Shop"));
    }

    @Test
    void anExpressionThatIsOneMetricIsThatMetric() {
        CloudAlarm alarm = computing("h0", Map.of("h0", cache("CacheHits", "redis")));

        assertThat(scope.metric(alarm)).map(MetricDefinition::id).contains("cache.hits");
        assertThat(scope.comparison(alarm, new ComponentId(CACHE, "redis"))).map(Comparison::statistic)
                .contains("Sum");
    }

    private static MetricMath.Input cache(String metric, String node) {
        return new MetricMath.Input("AWS/ElastiCache", metric, "Sum", Duration.ofMinutes(5),
                Map.of("CacheClusterId", node));
    }

    private static CloudAlarm computing(String expression, Map<String, MetricMath.Input> inputs) {
        return new CloudAlarm("shop-math", "arn", false, "OK", "", Instant.EPOCH, "", "", "", Duration.ZERO, Map.of(),
                "GreaterThanThreshold", OptionalDouble.of(80), List.of())
                .over(new MetricMath(expression, Map.of(), inputs));
    }

    private static CloudAlarm watching(String namespace, String metric, String statistic, int minutes,
            String dimensions) {
        CloudAlarm named = alarm("any", dimensions);
        return new CloudAlarm("any", "arn", false, "OK", "", Instant.EPOCH, namespace, metric, statistic,
                Duration.ofMinutes(minutes), named.dimensions(), "GreaterThanThreshold", OptionalDouble.of(0),
                List.of());
    }

    private static CloudAlarm latency(String statistic) {
        return new CloudAlarm("any", "arn", false, "OK", "", Instant.EPOCH, "AWS/ApplicationELB", "TargetResponseTime",
                statistic, Duration.ofMinutes(1), Map.of(), "GreaterThanThreshold", OptionalDouble.of(1), List.of());
    }

    @Test
    void allKindsThatHaveDimensionsAreTested() {
        assertThat(List.of(SERVICE, LOAD_BALANCER, TARGET_GROUP, DATABASE, CACHE, QUEUE)).containsAll(
                MetricCatalogue.standard().all().stream()
                        .filter(metric -> metric.origin() instanceof MetricDefinition.CloudWatch)
                        .map(MetricDefinition::kind).toList());
    }

    private static CloudAlarm composite(String name) {
        return alarm(name, "");
    }

    private static CloudAlarm on(String namespace, String metric) {
        return new CloudAlarm("any", "arn", false, "OK", "", Instant.EPOCH, namespace, metric, "Average",
                Duration.ofMinutes(1), Map.of("a", "b"), "",
                OptionalDouble.of(1), List.of());
    }

    private static CloudAlarm alarm(String name, String dimensions) {
        var map = new TreeMap<String, String>();
        Stream.of(dimensions.split(" ")).filter(part -> !part.isEmpty())
                .forEach(part -> map.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1)));
        return new CloudAlarm(name, "arn", map.isEmpty(), "ALARM", "", Instant.EPOCH, "", "", "", Duration.ZERO, map,
                "",
                OptionalDouble.empty(), List.of());
    }
}
