package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.StatusDocument;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.watch.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The leaves of `status --json` that the emulator cannot serve, from answers in AWS's own shapes to what is printed:
/// percentiles, pipelines, Spot tasks and why others stopped, cost and forecast, our own words and count.
@ExtendWith(TestKeys.class)
class StatusLoopbackTest {

    private static final String CLUSTER = "contract-cluster";
    private static final String API = "service-0001";
    private static final Map<String, String> SHOP = Map.of("Project", "shop");
    private static final Map<String, String> BALANCER = Map.of("LoadBalancer", "app/alb/50dc6c495c0c9188");
    private static final Map<String, String> DATABASE = Map.of("DBInstanceIdentifier", "main");

    private final AwsRig rig = new AwsRig();
    private final FakeMetrics metrics = new FakeMetrics(rig.aws, AwsRig.NOW.minus(Duration.ofMinutes(10)), AwsRig.NOW);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void percentilesAreTheStatisticTheyAreCalledByAndInMilliseconds() {
        responseTimes();

        Map<String, String> stack = stack();

        assertThat(stack).containsEntry("loadBalancers[alb].asOf", "2026-09-22T04:00:00Z")
                .containsEntry("loadBalancers[alb].requests5m", "600")
                .containsEntry("loadBalancers[alb].p95Ms", "250")
                .containsEntry("alarms[rule:Slow@alb].value", "0.25")
                .containsEntry("alarms[rule:Slow@alb].says", "p95 250 ms, limit 200 ms");
        assertThat(stack).doesNotContainKey("failures[loadBalancers[alb].p95Ms].kind");
    }

    @Test
    void aPipelineIsTheStageThatDecidesSinceItsActionChanged() {
        new FakePipelines(rig.aws)
                .stage("deploy", "Source", "Succeeded", List.of(FakePipelines.action("GitHub", "Succeeded", 0)))
                .stage("deploy", "Build", "Failed", List.of(FakePipelines.action("api", "Failed", 95.25,
                        "errorDetails", object("code", "JobFailed", "message", "Build terminated"))))
                .stage("deploy", "Deploy", "Succeeded", List.of(FakePipelines.action("ecs", "Succeeded", -9000)))
                .stage("idle", "Source", "", List.of(FakePipelines.neverRan("GitHub")));

        Map<String, String> stack = stack();

        assertThat(stack).containsEntry("pipelines[deploy].asOf", "2026-09-22T04:00:00Z")
                .containsEntry("pipelines[deploy].state", "Failed").containsEntry("pipelines[deploy].stage", "Build")
                .containsEntry("pipelines[deploy].since", "2026-09-22T03:01:35.250Z")
                .containsEntry("pipelines[idle].asOf", "2026-09-22T04:00:00Z")
                .containsEntry("pipelines[idle].state", "null").containsEntry("pipelines[idle].stage", "null")
                .containsEntry("pipelines[idle].since", "null")
                .containsEntry("alarms[rule:pipeline-failed@deploy].state", "ALARM")
                .containsEntry("alarms[rule:pipeline-failed@deploy].since", "2026-09-22T03:01:00Z")
                .containsEntry("alarms[rule:pipeline-failed@deploy].says", "Pipeline deploy failed")
                .containsEntry("alarms[rule:pipeline-failed@idle].state", "OK");
        assertThat(stack.keySet()).noneMatch(path -> path.startsWith("failures[pipelines"));
    }

    @Test
    void spotTasksAreCountedApartAndThoseUnderNoticeNotAtAll() {
        new FakeEcs(rig.aws, CLUSTER).service(API, 3, "IN_PROGRESS").task(API, spot("RUNNING", "RUNNING"))
                .task(API, spot("RUNNING", "RUNNING")).task(API, spot("RUNNING", "STOPPED"))
                .task(API, spot("STOPPED", "STOPPED")).task("other", spot("RUNNING", "RUNNING"));
        new FakeScaling(rig.aws).target(CLUSTER, API, "MinCapacity", 1, "MaxCapacity", 20).cpuPolicy(CLUSTER, API, 70);

        assertThat(stack()).containsEntry("services[" + API + "].spotRunning", "2")
                .containsEntry("services[" + API + "].onDemandRunning", "3")
                .containsEntry("services[" + API + "].rollout", "IN_PROGRESS")
                .containsEntry("services[" + API + "].min", "1").containsEntry("services[" + API + "].max", "20")
                .containsEntry("services[" + API + "].interruptions", "null")
                .containsEntry("failures[services[" + API + "].interruptions].kind", "notKept");
    }

    private static Map<String, Object> spot(String last, String desired) {
        boolean ending = desired.equals("STOPPED");
        return object("lastStatus", last, "desiredStatus", desired, "capacityProviderName", "FARGATE_SPOT", "stopCode",
                ending ? "SpotInterruption" : null, "stoppedReason",
                ending ? "Your Spot Task was interrupted." : null);
    }

    /// 21 of 30 days are counted.
    @Test
    void costIsTheBillOfTheTagBesideThePlan() {
        new FakeCostExplorer(rig.aws).billed(SHOP, "Amazon Elastic Container Service", "31.5")
                .billed(SHOP, "Amazon Relational Database Service", "10.5").billed(SHOP, "AmazonCloudWatch", "0.42")
                .billed(Map.of("Project", "other"), "AmazonCloudWatch", "99");

        Map<String, String> stack = stack();

        assertThat(stack).containsEntry("cost.asOf", "2026-09-21").containsEntry("cost.monthToDate", "42.42")
                .containsEntry("cost.forecast", "60.60").containsEntry("cost.plan", "80.00")
                .containsEntry("cost.planLinesTotal", "85.00").containsEntry("cost.currency", "USD")
                .containsEntry("cost.lines[Fargate].actual", "31.50").containsEntry("cost.lines[RDS].actual", "null")
                .containsEntry("cost.lines[RDS].shared", "true").containsEntry("cost.lines[Mail].actual", "null")
                .containsEntry("cost.services[Amazon Elastic Container Service].actual", "31.50")
                .containsEntry("cost.services[Amazon Relational Database Service].actual", "10.50")
                .containsEntry("cost.services[Amazon Relational Database Service].lines[RDS]", "RDS")
                .containsEntry("cost.services[Amazon Relational Database Service].lines[RDS storage]", "RDS storage")
                .containsEntry("cost.services[AmazonCloudWatch].actual", "0.42")
                .containsEntry("cost.services[AmazonCloudWatch].lines", "[]");
        assertThat(stack).doesNotContainKey("failures[cost].kind");
    }

    @Test
    void theVerdictIsTheWorstAlarmsSentence() {
        new FakeAlarms(rig.aws).metric("api-hot", "ALARM",
                "Threshold Crossed: 1 datapoint [91.0 (22/09/26 03:40:00)] was greater than the threshold (70.0).")
                .math("shop-hit-rate");

        JsonNode status = status();
        Map<String, String> stack = StatusDocument.leaves(status.get("stacks").get(0));

        assertThat(status.get("verdict").asText()).isEqualTo("Look at Shop prod");
        assertThat(stack).containsEntry("verdict", API + ": ECS CPU above 70%, was 91%")
                .containsEntry("alarms[cloudwatch:api-hot@" + API + "].says", "ECS CPU above 70%, was 91%")
                .containsEntry("alarms[cloudwatch:shop-hit-rate@Shop].says",
                        "shop-hit-rate is OK, alarm when below 80");
    }

    /// CloudWatch refuses a whole call for one metric.
    @Test
    void aRefusedMetricIsNamedWhereItIsMissingAndNowhereElse() {
        responseTimes();
        List.of("DatabaseConnections", "CPUUtilization", "FreeStorageSpace")
                .forEach(name -> metrics.metric("AWS/RDS", name, DATABASE));
        metrics.value("DatabaseConnections", "Maximum", "17").refuse(
                metric -> metric.namespace().equals("AWS/RDS") && metric.name().equals("CPUUtilization"),
                LoopbackAws.xmlError(400, "ValidationError", "The value CPUUtilization is not a valid metric"));

        Map<String, String> stack = stack();

        String bad = "databases[main].cpuPercent";
        assertThat(stack).containsEntry(bad, "null").containsEntry("failures[" + bad + "].kind", "unexpected")
                .containsEntry("failures[" + bad + "].action", "cloudwatch:GetMetricData")
                .containsEntry("failures[" + bad + "].message",
                        "CloudWatch refuses the metric AWS/RDS CPUUtilization Average {DBInstanceIdentifier=main}")
                .containsEntry("databases[main].connections", "17")
                .containsEntry("databases[main].freeStorageBytes", "1")
                .containsEntry("loadBalancers[alb].requests5m", "600").containsEntry("loadBalancers[alb].p95Ms", "250");
        assertThat(stack.entrySet()).filteredOn(leaf -> leaf.getKey().endsWith(".message")
                && leaf.getValue().startsWith("CloudWatch refuses")).hasSize(1);
    }

    @Test
    void theMeterCountsAndPricesWhatWasAsked() {
        responseTimes();
        new FakeCostExplorer(rig.aws).billed(SHOP, "Amazon Elastic Container Service", "1");

        JsonNode meter = status().get("meter");

        long asked = rig.aws.requests("GetMetricData").stream().mapToLong(call -> call.metricIds().size()).sum();
        BigDecimal price = new BigDecimal("0.00001").multiply(BigDecimal.valueOf(asked)).add(new BigDecimal("0.01"));
        assertThat(asked).isPositive();
        assertThat(meter.get("today").decimalValue())
                .isEqualByComparingTo(price.setScale(4, RoundingMode.HALF_UP));
        assertThat(meter.get("month")).isEqualTo(meter.get("today"));
        assertThat(meter.get("calls").get("CloudWatch:GetMetricData").asInt())
                .isEqualTo(rig.aws.requests("GetMetricData").size());
        assertThat(meter.get("calls").get("Cost Explorer:GetCostAndUsage").asInt()).isEqualTo(1);
    }

    private void responseTimes() {
        metrics.metric("AWS/ApplicationELB", "RequestCount", BALANCER)
                .metric("AWS/ApplicationELB", "TargetResponseTime", BALANCER).value("RequestCount", "Sum", "120")
                .value("TargetResponseTime", "p50", "0.04").value("TargetResponseTime", "p95", "0.25")
                .value("TargetResponseTime", "p99", "0.9");
    }

    private Map<String, String> stack() {
        return StatusDocument.leaves(status().get("stacks").get(0));
    }

    private JsonNode status() {
        rig.aws.on("GetCallerIdentity", LoopbackAws.xml("GetCallerIdentity",
                Wire.xml("UserId", "AIDA", "Account", "123456789012", "Arn", "arn:aws:iam::123456789012:user/ops")));
        try (var watch = rig.watch()) {
            watch.stacks(List.of(StackFiles.good("""
                    stack: Shop
                    environment: production
                    region: ap-northeast-2
                    endpoint: %s
                    cluster: contract-cluster
                    services: [{name: service-0001}]
                    loadBalancers: [{name: alb}]
                    databases: [{id: main, engine: postgres}]
                    pipelines: [deploy, idle]
                    plan:
                      total: 80
                      lines:
                        - {name: Fargate, amount: 50, service: Amazon Elastic Container Service}
                        - {name: RDS, amount: 20, service: Amazon Relational Database Service}
                        - {name: RDS storage, amount: 5, service: Amazon Relational Database Service}
                        - {name: Mail, amount: 10}
                    cost: {tags: {Project: shop}}
                    rules: [{name: Slow, metric: lb.p95, above: 0.2, period: 1m, severity: warning}]
                    """.formatted(rig.aws.endpoint()))), List.of());
            return StatusDocument.of(watch.readOnce(EnumSet.allOf(Subject.class)));
        }
    }
}
