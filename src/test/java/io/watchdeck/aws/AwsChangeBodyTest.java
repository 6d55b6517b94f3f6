package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.operations.Controls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What leaves for each change: the fields that are named and nothing more, in one request.
@ExtendWith(TestKeys.class)
class AwsChangeBodyTest {

    private static final ServiceKey SERVICE = new ServiceKey("shop", "api");
    private static final String API_6 = FakeRollouts.definitionArn("api:6");

    private final AwsRig rig = new AwsRig();
    private final Controls controls = rig.connector.controls(rig.access);
    private FakeRollouts rollouts;

    @BeforeEach
    void serve() {
        rollouts = new FakeRollouts(rig.aws, new FakeEcs(rig.aws, "shop").service("api", 2, "COMPLETED"))
                .definition("api:6");
        new FakeScaling(rig.aws).target("shop", "api");
        new FakeLetters(rig.aws, new FakeSqs(rig.aws).source("work", "dead").queue("dead", 0));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aDesiredCount() {
        taken(controls.services().update(SERVICE, ServiceChange.desired(0)));

        assertSent("UpdateService", object("cluster", "shop", "service", "api", "desiredCount", 0));
    }

    @Test
    void aForcedDeployment() {
        taken(controls.services().update(SERVICE, ServiceChange.newDeployment()));

        assertSent("UpdateService", object("cluster", "shop", "service", "api", "forceNewDeployment", true));
    }

    @Test
    void aTaskDefinition() {
        taken(controls.services().update(SERVICE, ServiceChange.taskDefinition(API_6)));

        assertSent("UpdateService", object("cluster", "shop", "service", "api", "taskDefinition", API_6));
    }

    @Test
    void aStrategy() {
        List<CapacityShare> shares = List.of(new CapacityShare("FARGATE", 10, 1),
                new CapacityShare("FARGATE_SPOT", 90, 0));
        List<Map<String, Object>> items = List.of(object("capacityProvider", "FARGATE", "weight", 10, "base", 1),
                object("capacityProvider", "FARGATE_SPOT", "weight", 90));

        taken(controls.services().update(SERVICE, ServiceChange.strategy(shares, false)));
        assertSent("UpdateService",
                object("cluster", "shop", "service", "api", "capacityProviderStrategy", items));

        taken(controls.services().update(SERVICE, ServiceChange.strategy(shares, true)));
        assertSent("UpdateService", object("cluster", "shop", "service", "api", "capacityProviderStrategy", items,
                "forceNewDeployment", true));
    }

    @Test
    void everythingAtOnce() {
        taken(controls.services().update(SERVICE, new ServiceChange(OptionalInt.of(4), Optional.of(API_6),
                Optional.of(List.of(new CapacityShare("FARGATE", 1, 0))), true)));

        assertSent("UpdateService", object("cluster", "shop", "service", "api", "desiredCount", 4, "taskDefinition",
                API_6, "capacityProviderStrategy", List.of(object("capacityProvider", "FARGATE", "weight", 1)),
                "forceNewDeployment", true));
    }

    @Test
    void aTaskToStop() {
        String arn = value(rig.cloud.fleet().tasks("shop")).getFirst().arn();

        taken(controls.services().stopTask("shop", arn, "It leaks memory."));

        assertSent("StopTask", object("cluster", "shop", "task", arn, "reason", "It leaks memory."));
    }

    @Test
    void aDeploymentToStop() {
        String arn = rollouts.deployment("shop", "api", "IN_PROGRESS", "api:6", AwsRig.NOW);

        taken(controls.services().stopDeployment(arn));

        assertSent("StopServiceDeployment", object("serviceDeploymentArn", arn, "stopType", "ROLLBACK"));
    }

    @Test
    void aRange() {
        taken(controls.scaling().range(SERVICE, 0, 7));

        assertSent("RegisterScalableTarget", object("ServiceNamespace", "ecs", "ResourceId", "service/shop/api",
                "ScalableDimension", "ecs:service:DesiredCount", "MinCapacity", 0, "MaxCapacity", 7));
        assertThat(rig.aws.requests()).extracting(Request::operation).containsExactly("DescribeScalableTargets",
                "RegisterScalableTarget");
    }

    @Test
    void aReceive() {
        value(controls.queues().receive("dead", Duration.ofSeconds(20)));

        assertSent("ReceiveMessage", object("QueueUrl", FakeSqs.url("dead"), "MaxNumberOfMessages", 10,
                "VisibilityTimeout", 20, "WaitTimeSeconds", 0, "MessageSystemAttributeNames", List.of("All"),
                "MessageAttributeNames", List.of("All")));
        assertThat(rig.aws.requests()).extracting(Request::operation).containsExactly("GetQueueUrl", "ReceiveMessage");
    }

    @Test
    void aRedrive() {
        taken(controls.queues().redrive("dead", OptionalInt.of(50)));

        assertSent("StartMessageMoveTask", object("SourceArn", FakeSqs.ARN + "dead", "MaxNumberOfMessagesPerSecond",
                50));
    }

    @Test
    void aRedriveWithoutARate() {
        String handle = taken(controls.queues().redrive("dead", OptionalInt.empty())).orElseThrow();
        assertSent("StartMessageMoveTask", object("SourceArn", FakeSqs.ARN + "dead"));

        taken(controls.queues().cancelRedrive(handle));
        assertSent("CancelMessageMoveTask", object("TaskHandle", handle));
    }

    @Test
    void aPurge() {
        taken(controls.queues().purge("dead"));

        assertSent("PurgeQueue", object("QueueUrl", FakeSqs.url("dead")));
    }

    /// As jobs that a pipe submits: Batch tells what came of definition and overrides.
    @Test
    void aJobAsItWas() {
        job("parameters", object("input", "s3://in/1"), "retryStrategy", object("attempts", 2), "timeout",
                object("attemptDurationSeconds", 600), "container",
                object("image", "analysis:3", "command", List.of("run", "Ref::input"), "environment",
                        List.of(object("name", "MODE", "value", "full"),
                                object("name", "AWS_BATCH_JOB_ATTEMPT", "value", "1")),
                        "resourceRequirements", List.of(object("type", "VCPU", "value", "0.25"),
                                object("type", "MEMORY", "value", "512")),
                        "exitCode", 1, "logStreamName", "analysis/default/1"),
                "attempts", List.of(), "tags", object("Project", "shop"), "dependsOn", List.of(object("jobId", "0")));

        taken(controls.jobs().resubmit("work", "job-1"));

        assertSent("SubmitJob", object("jobName", "analysis-1", "jobQueue", "work", "jobDefinition",
                "arn:aws:batch:ap-northeast-2:123456789012:job-definition/analysis:3", "parameters",
                object("input", "s3://in/1"), "retryStrategy", object("attempts", 2), "timeout",
                object("attemptDurationSeconds", 600), "containerOverrides",
                object("command", List.of("run", "Ref::input"), "environment",
                        List.of(object("name", "MODE", "value", "full")), "resourceRequirements",
                        List.of(object("type", "VCPU", "value", "0.25"), object("type", "MEMORY", "value", "512")))));
        assertThat(rig.aws.requests()).extracting(Request::operation).containsExactly("DescribeJobs", "SubmitJob");
    }

    @Test
    void aJobThatOverridesNothing() {
        job("shareIdentifier", "batch", "schedulingPriority", 3);

        taken(controls.jobs().resubmit("work", "job-1"));

        assertSent("SubmitJob", object("jobName", "analysis-1", "jobQueue", "work", "jobDefinition",
                "arn:aws:batch:ap-northeast-2:123456789012:job-definition/analysis:3", "shareIdentifier", "batch",
                "schedulingPriorityOverride", 3));
    }

    @Test
    void aJobOfAnOldDefinition() {
        job("container", object("vcpus", 2, "memory", 2048));

        taken(controls.jobs().resubmit("work", "job-1"));

        assertSent("SubmitJob", object("jobName", "analysis-1", "jobQueue", "work", "jobDefinition",
                "arn:aws:batch:ap-northeast-2:123456789012:job-definition/analysis:3", "containerOverrides",
                object("resourceRequirements", List.of(object("type", "VCPU", "value", "2"),
                        object("type", "MEMORY", "value", "2048")))));
    }

    private void job(Object... described) {
        new FakeBatch(rig.aws).queue("work").job("work", "FAILED", "stoppedAt", AwsRig.NOW.toEpochMilli())
                .described(described);
    }

    @Test
    void noMessageIsEverDeleted() {
        controls.queues().receive("dead", Duration.ofSeconds(20));
        controls.queues().redrive("dead", OptionalInt.empty());
        controls.queues().purge("dead");

        assertThat(rig.aws.requests()).extracting(Request::operation)
                .doesNotContainAnyElementsOf(Set.of("DeleteMessage", "DeleteMessageBatch", "ChangeMessageVisibility"));
    }

    /// The last request of this kind; as many arrived as were meant to be sent.
    private void assertSent(String operation, Map<String, Object> body) {
        assertThat(Wire.parse(rig.aws.requests(operation).getLast().body())).isEqualTo(Wire.parse(Wire.json(body)));
        assertThat(rig.metered.stream().filter(call -> call.operation().equals(operation)).count())
                .isEqualTo(rig.aws.requests(operation).size());
    }
}
