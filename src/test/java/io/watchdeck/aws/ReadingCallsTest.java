package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.model.Readings.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.StatusDocument;
import io.watchdeck.aws.AwsSettings.Sparing;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One whole reading makes the calls that the table in the package's documentation gives, no more and no fewer, and the
/// next one does not ask again for what is kept. The world is one larger than what a call takes: 11 services, 101 tasks,
/// 501 metrics, 21 target groups, 101 alarms, 1001 jobs.
@ExtendWith(TestKeys.class)
class ReadingCallsTest {

    private static final String ROLE = "arn:aws:iam::222222222222:role/ops";
    private static final String FORMULA = "LEAST({DBInstanceClassMemory/9531392},5000)";
    private static final List<String> GROUPS = names("group", 21);
    private static final List<String> NODES =
            IntStream.rangeClosed(1, 98).mapToObj("redis-0001-%03d"::formatted).toList();

    private AwsRig rig = new AwsRig();
    private final CallTable table = new CallTable();

    @Test
    void theTableKnowsEveryCallThatThisPackageMakes() {
        assertThat(table.operations()).map(operation -> operation.toUpperCase(Locale.ROOT))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AwsApi.values())
                        .map(api -> api.name().replace("_", "")).toList());
    }

    /// What is spared where metrics can be had in two ways, and how many of them are asked for by each call.
    @ParameterizedTest
    @EnumSource
    void aReadingMakesTheCallsOfTheTableAndKeepsWhatHolds(Sparing metrics) {
        rig = new AwsRig(metrics);
        account();
        Map<String, List<Map<String, Long>>> world = world(metrics);
        try (AwsRig closing = rig; LiveWatch watch = closing.watch()) {
            watch.stacks(List.of(shop(), side(), behindTheRole()), List.of());

            JsonNode status = StatusDocument.of(watch.readOnce(EnumSet.allOf(Subject.class)));

            assertThat(metricsAsked()).isEqualTo(metrics == Sparing.CALLS ? 501 + 6 + 2 : 0);
            assertThat(made(table.first(world))).isEqualTo(counted());
            assertThat(status.get("meter").get("calls").properties()).allSatisfy(call -> assertThat(table.first(world))
                    .containsEntry(call.getKey().replace(":", " "), call.getValue().asLong()));
            assertThat(rig.meter.spentThisMonth().amount()).as("four pages of Cost Explorer").isEqualByComparingTo(
                    metrics == Sparing.CALLS ? "0.04509" : "0.04");
            assertThat(unexplained(status)).isEmpty();
            assertThat(askedFor(metrics == Sparing.CALLS ? "GetMetricData" : "GetMetricStatistics"))
                    .isEqualTo(metrics == Sparing.CALLS ? Map.of("stack shop", 501, "stack side", 6, "stack far", 2)
                            : Map.of("stack shop", 497, "stack side", 6, "stack far", 2));
            assertThat(askedFor("DescribeServices"))
                    .isEqualTo(Map.of("stack shop", 2, "stack side", 1, "stack far", 1));
            assertThat(askedFor("DescribeAlarms")).isEqualTo(Map.of("several 2", 2, "stack far", 2));
            assertThat(askedFor("GetCostAndUsage")).isEqualTo(Map.of("several 2", 2, "stack far", 2));

            rig.metered.clear();
            watch.readOnce(EnumSet.allOf(Subject.class));

            assertThat(made(table.further(world))).isEqualTo(counted());
        }
    }

    private static Map<String, Long> made(Map<String, Long> calls) {
        return calls.entrySet().stream().filter(call -> call.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int metricsAsked() {
        return rig.aws.requests("GetMetricData").stream().mapToInt(call -> call.metricIds().size()).sum();
    }

    private Map<String, Integer> askedFor(String operation) {
        return rig.metered.stream().filter(call -> call.operation().equals(operation))
                .flatMap(call -> call.shares().entrySet().stream())
                .collect(Collectors.toMap(share -> share.getKey().word(), Map.Entry::getValue, Integer::sum));
    }

    private Map<String, Long> counted() {
        return rig.metered.stream().collect(Collectors.groupingBy(call -> call.service() + " " + call.operation(),
                TreeMap::new, Collectors.counting()));
    }

    /// A reading that failed would make fewer calls.
    private static List<String> unexplained(JsonNode status) {
        return status.get("stacks").findValues("failures").stream().flatMap(JsonNode::valueStream)
                .filter(failure -> !List.of("notKept", "absent").contains(failure.get("kind").asText()))
                .map(JsonNode::toString).toList();
    }

    private static Map<String, List<Map<String, Long>>> world(Sparing metrics) {
        var world = new LinkedHashMap<String, List<Map<String, Long>>>();
        world.put("role", List.of(Map.of()));
        List<Map<String, Long>> accesses = List.of(
                counts("services", 14, "scalable", 14, "policies", 25, "metrics", 501, "percentiles", 6, "latencies", 2,
                        "alarms", 101,
                        "databases", 3, "instances", 2, "clusters", 1, "groups", 21, "jobQueues", 3, "budgets", 0),
                counts("services", 1, "scalable", 0, "policies", 25, "metrics", 2, "percentiles", 0, "latencies", 0,
                        "alarms", 101,
                        "databases", 0, "instances", 0, "clusters", 0, "groups", 0, "jobQueues", 0, "budgets", 0));
        world.put("access", accesses);
        world.put("paying access", metrics == Sparing.CALLS ? accesses : List.of());
        world.put("free access", metrics == Sparing.MONEY ? accesses : List.of());
        world.put("cluster", List.of(counts("services", 11, "running", 101, "stopped", 0, "tasks", 101),
                counts("services", 3, "running", 3, "stopped", 101, "tasks", 104),
                counts("services", 1, "running", 0, "stopped", 0, "tasks", 0)));
        world.put("metric name",
                Stream.of(LongStream.of(2, 2), LongStream.of(21, 21, 21), LongStream.of(98, 98, 98, 598))
                        .flatMapToLong(sets -> sets).mapToObj(sets -> Map.of("sets", sets)).toList());
        world.put("queue", times(4 + 3));
        world.put("parameter group", times(2));
        world.put("cluster parameter group", times(1));
        world.put("target group", times(21));
        var states = new ArrayList<>(Collections.nCopies(3 * 7 - 3, counts("jobs", 0, "most", 99)));
        states.add(counts("jobs", 1001, "most", 99));
        states.add(counts("jobs", 1001, "most", 1));
        states.add(counts("jobs", 10_001, "most", 10));
        world.put("job state", states);
        world.put("pipe", times(2));
        world.put("pipeline", times(2));
        world.put("tag key", List.of(counts("pages", 2), counts("pages", 2)));
        return world;
    }

    private static List<Map<String, Long>> times(int count) {
        return Collections.nCopies(count, Map.of());
    }

    private static Map<String, Long> counts(Object... pairs) {
        var counts = new TreeMap<String, Long>();
        for (int i = 0; i < pairs.length; i += 2) {
            counts.put((String) pairs[i], ((Number) pairs[i + 1]).longValue());
        }
        return counts;
    }

    private StackFile shop() {
        return stack("shop.yaml", """
                stack: Shop
                environment: production
                region: ap-northeast-2
                endpoint: %s
                cluster: shop
                services: [%s]
                loadBalancers: [{name: alb, targetGroups: [%s]}, {name: other}]
                databases:
                  - {id: one, engine: postgres}
                  - {id: two, engine: postgres}
                  - {id: aurora, engine: aurora-postgresql}
                caches: [{id: redis}]
                queues: [{name: jobs-1}, {name: jobs-2}, {name: jobs-3}, {name: jobs-4, pipe: pipe-1}]
                batchQueues: [work-1, work-2, work-3]
                pipes: [pipe-2]
                pipelines: [deploy-1]
                logGroups: [/ecs/shop]
                cost: {tags: {Project: shop}}
                """.formatted(rig.aws.endpoint(), blocks("service", 11), String.join(", ", GROUPS)));
    }

    private StackFile side() {
        return stack("side.yaml", """
                stack: Side
                environment: test
                region: ap-northeast-2
                endpoint: %s
                cluster: side
                services: [%s]
                pipelines: [deploy-2]
                cost: {tags: {Project: side}}
                """.formatted(rig.aws.endpoint(), blocks("service", 3)));
    }

    private StackFile behindTheRole() {
        return stack("far.yaml", """
                stack: Far
                environment: test
                region: ap-northeast-2
                endpoint: %s
                role: %s
                cluster: far
                services: [{name: service-0001}]
                cost: {tags: {Project: far}}
                """.formatted(rig.aws.endpoint(), ROLE));
    }

    private static StackFile stack(String file, String text) {
        return StackFiles.reader().read(file, text).stack().orElseThrow();
    }

    private static String blocks(String kind, int count) {
        return names(kind, count).stream().map("{name: %s}"::formatted).collect(Collectors.joining(", "));
    }

    private void account() {
        rig.aws.on("GetCallerIdentity", LoopbackAws.xml("GetCallerIdentity",
                Wire.xml("UserId", "AIDA", "Account", "123456789012", "Arn", "arn:aws:iam::123456789012:user/ops")));
        rig.aws.on("AssumeRole", LoopbackAws.xml("AssumeRole", "<Credentials>" + Wire.xml("AccessKeyId",
                "ASIAROLEROLEROLEROLE", "SecretAccessKey", "s", "SessionToken", "t", "Expiration",
                "2099-01-01T00:00:00Z") + "</Credentials>"));
        fleet();
        metrics();
        data();
        work();
        var alarms = new FakeAlarms(rig.aws);
        names("alarm", 101).forEach(name -> alarms.metric(name, "OK", ""));
        var costs = new FakeCostExplorer(rig.aws);
        List.of("shop", "side", "far").forEach(project -> names("Service", 7)
                .forEach(service -> costs.billed(Map.of("Project", project), service, "1")));
    }

    private void fleet() {
        var shop = new FakeEcs(rig.aws, "shop").service("service-0001", 91, "COMPLETED");
        names("service", 11).stream().skip(1).forEach(name -> shop.service(name, 1, "COMPLETED"));
        FakeEcs side = shop.beside("side");
        names("service", 3).forEach(name -> side.service(name, 1, "COMPLETED"));
        IntStream.range(0, 101).forEach(_ -> side.task("service-0001",
                object("desiredStatus", "STOPPED", "lastStatus", "STOPPED")));
        shop.beside("far").service("service-0001", 0, "COMPLETED");
        var scaling = new FakeScaling(rig.aws);
        names("service", 11).forEach(name -> scaling.target("shop", name).cpuPolicy("shop", name, 70));
        names("service", 3).forEach(name -> scaling.target("side", name).cpuPolicy("side", name, 70));
        IntStream.range(0, 11).forEach(_ -> scaling.cpuPolicy("others", "service", 50));
        var elb = new FakeElb(rig.aws);
        GROUPS.forEach(group -> elb.group(group).healthy(group, "10.0.0.1"));
    }

    /// Those that only AWS knows the dimensions of, and one node of another cache too many in a list.
    private void metrics() {
        var metrics = new FakeMetrics(rig.aws, AwsRig.NOW.minus(Duration.ofMinutes(10)), AwsRig.NOW);
        for (String name : List.of("RequestCount", "TargetResponseTime")) {
            List.of("app/alb/1", "app/other/2").forEach(balancer -> metrics.metric("AWS/ApplicationELB", name,
                    Map.of("LoadBalancer", balancer)));
        }
        for (String name : List.of("HealthyHostCount", "UnHealthyHostCount", "RequestCountPerTarget")) {
            GROUPS.forEach(group -> metrics.metric("AWS/ApplicationELB", name,
                    Map.of("TargetGroup", "targetgroup/" + group + "/1", "LoadBalancer", "app/alb/1")));
        }
        for (String name : List.of("CacheHits", "CacheMisses", "Evictions", "EngineCPUUtilization")) {
            NODES.forEach(node -> metrics.metric("AWS/ElastiCache", name, Map.of("CacheClusterId", node)));
        }
        names("foreign", 500).forEach(node -> metrics.metric("AWS/ElastiCache", "EngineCPUUtilization",
                Map.of("CacheClusterId", node)));
    }

    private void data() {
        new FakeRds(rig.aws).instance("one", "db.t4g.micro", "pg").instance("two", "db.t4g.micro", "pg")
                .cluster("aurora", FakeRds.range(0.5, 16), "aurora-1", "aurora-pg", "in-sync")
                .member("aurora", "aurora-1", "db.serverless", "writer-pg").group("pg", FORMULA)
                .group("writer-pg", FORMULA).clusterGroup("aurora-pg", FORMULA);
        var sqs = new FakeSqs(rig.aws);
        List.of("dead-1", "dead-2", "dead-3").forEach(name -> sqs.queue(name, 0));
        Map.of("jobs-1", "dead-1", "jobs-2", "dead-2", "jobs-3", "dead-3", "jobs-4", "dead-1")
                .forEach((name, dead) -> sqs.queue(name, 1, "RedrivePolicy", Wire.json(object("deadLetterTargetArn",
                        "arn:aws:sqs:ap-northeast-2:123456789012:" + dead, "maxReceiveCount", 3))));
    }

    private void work() {
        var batch = new FakeBatch(rig.aws).queue("work-1").queue("work-2").queue("work-3");
        IntStream.range(0, 1001).forEach(_ -> batch.job("work-1", "RUNNING").job("work-1", "SUCCEEDED"));
        IntStream.range(0, 10_001).forEach(number -> batch.job("work-2", "FAILED", "stoppedAt", number));
        rig.aws.on("DescribePipe", LoopbackAws.status(200, "application/json", "{\"CurrentState\":\"RUNNING\"}"));
        var pipelines = new FakePipelines(rig.aws);
        List.of("deploy-1", "deploy-2").forEach(name -> pipelines.stage(name, "Source", "Succeeded",
                List.of(FakePipelines.action("GitHub", "Succeeded", 0))));
    }
}
