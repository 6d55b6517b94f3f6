package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.delivery.PipelineState.Stage;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.TaskState.ContainerState;
import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.QueueState.RedrivePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.batch.model.JobQueueDetail;
import software.amazon.awssdk.services.batch.model.JobSummary;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.codepipeline.model.ActionState;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.StageState;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The pure part of the adapters, on the SDK's own model objects.
class MappersTest {

    private static final Instant EARLY = Instant.parse("2026-09-22T03:00:00Z");
    private static final Instant LATE = Instant.parse("2026-09-22T04:00:00Z");

    @Test
    void aServiceWithAStrategyHasNoLaunchType() {
        ServiceState service = EcsMapper.service(Service.builder().serviceName("api").launchType("FARGATE")
                .capacityProviderStrategy(List.of(
                        CapacityProviderStrategyItem.builder().capacityProvider("FARGATE_SPOT").weight(90).build(),
                        CapacityProviderStrategyItem.builder().capacityProvider("FARGATE").weight(10).base(1).build()))
                .build());

        assertThat(service.launchType()).isEmpty();
        assertThat(service.strategy()).containsExactly(new CapacityShare("FARGATE_SPOT", 90, 0),
                new CapacityShare("FARGATE", 10, 1));
    }

    @Test
    void thePrimaryDeploymentComesFirstAndGivesTheTaskDefinition() {
        ServiceState service = EcsMapper.service(Service.builder().serviceName("api").taskDefinition("api:7")
                .deployments(List.of(deployment("old", "ACTIVE", "api:6", "COMPLETED"),
                        deployment("new", "PRIMARY", "api:8", "PONDERING")))
                .build());

        assertThat(service.deployments()).extracting(Deployment::id).containsExactly("new", "old");
        assertThat(service.deployments().getFirst().rolloutState()).isEqualTo("PONDERING");
        assertThat(service.taskDefinition()).isEqualTo("api:8");
    }

    @Test
    void eventsAreNewestFirst() {
        ServiceState service = EcsMapper.service(Service.builder().serviceName("api")
                .events(List.of(event("1", EARLY), event("2", LATE)))
                .build());

        assertThat(service.events()).extracting(ServiceEvent::id).containsExactly("2", "1");
    }

    @Test
    void whatAwsLeavesOutIsEmptyAndNeverNull() {
        ServiceState service = EcsMapper.service(Service.builder().build());
        TaskState task = EcsMapper.task(Task.builder().build());

        assertThat(service.name()).isEmpty();
        assertThat(service.launchType()).isEmpty();
        assertThat(task.stopCode()).isEmpty();
        assertThat(task.health()).isEqualTo("UNKNOWN");
        assertThat(task.startedAt()).isEmpty();
    }

    @Test
    void aTaskBelongsToTheServiceOfItsGroup() {
        assertThat(EcsMapper.task(Task.builder().group("service:api").build()).service()).isEqualTo("api");
        assertThat(EcsMapper.task(Task.builder().group("family:migrate").build()).service()).isEmpty();
    }

    @Test
    void aTaskUnderSpotNoticeStillRunsButIsNoLongerCounted() {
        TaskState task = EcsMapper.task(Task.builder().lastStatus("RUNNING").desiredStatus("STOPPED")
                .stopCode("TerminationNotice").stoppedReason("Your Spot Task was interrupted.")
                .capacityProviderName("FARGATE_SPOT").availabilityZone("ap-northeast-2a")
                .containers(List.of(Container.builder().name("api").lastStatus("RUNNING").build(),
                        Container.builder().name("side").lastStatus("STOPPED").exitCode(137)
                                .reason("OutOfMemoryError").build()))
                .build());

        assertThat(task.isRunning()).isFalse();
        assertThat(task.isStopped()).isFalse();
        assertThat(task.isSpot()).isTrue();
        assertThat(task.stopCode()).isEqualTo("TerminationNotice");
        assertThat(task.containers()).containsExactly(
                new ContainerState("api", "RUNNING", OptionalInt.empty(), ""),
                new ContainerState("side", "STOPPED", OptionalInt.of(137), "OutOfMemoryError"));
    }

    @Test
    void anAlarmIsInItsStateSinceTheTransition() {
        CloudAlarm alarm = AlarmMapper.metric(MetricAlarm.builder().alarmName("a").stateValue("ALARM")
                .stateTransitionedTimestamp(EARLY).stateUpdatedTimestamp(LATE).build());

        assertThat(alarm.since()).isEqualTo(EARLY);
        assertThat(AlarmMapper.metric(MetricAlarm.builder().stateUpdatedTimestamp(LATE).build()).since())
                .isEqualTo(LATE);
    }

    @Test
    void anAnomalyBandHasNoThreshold() {
        assertThat(AlarmMapper.metric(MetricAlarm.builder().thresholdMetricId("ad1").build()).threshold()).isEmpty();
    }

    @Test
    void aQueryAsksForNoUnit() {
        var query = MetricMapper.query("m7", new MetricQuery("AWS/ECS", "CPUUtilization",
                Map.of("ServiceName", "api", "ClusterName", "c"), "p95", Duration.ofMinutes(5)));

        assertThat(query.id()).isEqualTo("m7");
        assertThat(query.metricStat().unit()).isNull();
        assertThat(query.metricStat().period()).isEqualTo(300);
        assertThat(query.metricStat().metric().dimensions()).hasSize(2);
    }

    @Test
    void aValueWithoutATimeIsNotASample() {
        assertThat(MetricMapper.samples(MetricDataResult.builder().timestamps(EARLY).values(1.5, 2.5).build()))
                .isEqualTo(List.of(new Sample(EARLY, 1.5)));
    }

    @Test
    void aRedrivePolicyCountsInNumbersOrText() {
        var policy = Optional.of(new RedrivePolicy("arn:aws:sqs:r:1:jobs-dlq", 3));

        assertThat(SqsMapper.redrive("{\"deadLetterTargetArn\":\"arn:aws:sqs:r:1:jobs-dlq\",\"maxReceiveCount\":3}"))
                .isEqualTo(policy);
        assertThat(
                SqsMapper.redrive("{\"deadLetterTargetArn\":\"arn:aws:sqs:r:1:jobs-dlq\",\"maxReceiveCount\":\"3\"}"))
                .isEqualTo(policy);
        assertThat(SqsMapper.redrive(null)).isEmpty();
        assertThatThrownBy(() -> SqsMapper.redrive("{")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQueueWithoutACountIsNotAnEmptyQueue() {
        var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
        attributes.put(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:r:1:jobs.fifo");
        attributes.put(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1");
        attributes.put(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "2");
        attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "345600");
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "30");
        assertThatThrownBy(() -> SqsMapper.queue("jobs.fifo", attributes))
                .isInstanceOf(IllegalArgumentException.class);

        attributes.put(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "4");
        assertThat(SqsMapper.queue("jobs.fifo", attributes)).isEqualTo(new QueueState("jobs.fifo",
                "arn:aws:sqs:r:1:jobs.fifo", 4, 1, 2, Duration.ofDays(4), Duration.ofSeconds(30), true,
                Optional.empty()));
    }

    @Test
    void policiesAreToldInWordsAndUnknownOnesAsTheyAre() {
        assertThat(ScalingMapper.policy(tracking("ECSServiceAverageCPUUtilization", 70.0))).isEqualTo("CPU 70 %");
        assertThat(ScalingMapper.policy(tracking("ECSServiceAverageMemoryUtilization", 62.5)))
                .isEqualTo("memory 62.5 %");
        assertThat(ScalingMapper.policy(tracking("ALBRequestCountPerTarget", 1000)))
                .isEqualTo("ALB requests 1000 per target");
        assertThat(ScalingMapper.policy(tracking("ECSServiceMoodIndex", 3))).isEqualTo("ECSServiceMoodIndex 3");
        assertThat(ScalingMapper.policy(ScalingPolicy.builder().policyName("queue").policyType("TargetTrackingScaling")
                .targetTrackingScalingPolicyConfiguration(target -> target.targetValue(12.0).disableScaleIn(true)
                        .customizedMetricSpecification(metric -> metric.metricName("BacklogPerTask")))
                .build())).isEqualTo("BacklogPerTask 12 (scale-out only)");
        assertThat(ScalingMapper.policy(policy("StepScaling"))).isEqualTo("step scaling out");
        assertThat(ScalingMapper.policy(policy("PredictiveScaling"))).isEqualTo("predictive scaling out");
        assertThat(ScalingMapper.policy(policy("Divination"))).isEqualTo("Divination out");
    }

    @Test
    void policiesKeepTheirOrderHoweverAwsListsThem() {
        assertThat(ScalingMapper.inOrder(List.of("step scaling out", "ALB requests 1000 per target", "memory 70 %",
                "BacklogPerTask 12", "CPU 70 %"))).containsExactly("CPU 70 %", "memory 70 %",
                        "ALB requests 1000 per target", "BacklogPerTask 12", "step scaling out");
    }

    private static ScalingPolicy tracking(String metric, double target) {
        return ScalingPolicy.builder().policyName("p").policyType("TargetTrackingScaling")
                .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(target)
                        .predefinedMetricSpecification(predefined -> predefined.predefinedMetricType(metric)))
                .build();
    }

    private static ScalingPolicy policy(String type) {
        return ScalingPolicy.builder().policyName("out").policyType(type).build();
    }

    @Test
    void aRangeTellsWhatIsSuspended() {
        var target = ScalableTarget.builder().minCapacity(1).maxCapacity(4).suspendedState(suspended -> suspended
                .dynamicScalingInSuspended(true).dynamicScalingOutSuspended(false).scheduledScalingSuspended(true))
                .build();

        assertThat(ScalingMapper.range("api", target, List.of("CPU 70 %"))).isEqualTo(new ScalingRange("api", 1, 4,
                List.of("CPU 70 %", "scale-in suspended", "scheduled scaling suspended")));
        assertThatThrownBy(() -> ScalingMapper.range("api", ScalableTarget.builder().minCapacity(1).build(),
                List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anActivityWithAStatusOfTomorrowIsShownAsItIs() {
        var activity =
                ScalingMapper.activity(software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity
                        .builder().activityId("a").startTime(EARLY).statusCode("Postponed").build());

        assertThat(activity).isEqualTo(new ScalingActivity("a", EARLY, Optional.empty(), "Postponed", "", "", "",
                List.of()));
    }

    @Test
    void aFailedJobWithoutAnEndFailedWhenItWasMade() {
        var queue = BatchMapper.queue(
                "jobs", JobQueueDetail.builder().state("ENABLED").status("VALID").build(), List.of(
                        JobSummary.builder().jobId("1").jobName("one").status("FAILED").createdAt(EARLY.toEpochMilli())
                                .statusReason("Dependent Job failed").build(),
                        JobSummary.builder().jobId("2").jobName("two").status("FAILED").createdAt(EARLY.toEpochMilli())
                                .stoppedAt(LATE.toEpochMilli()).build()),
                Set.of());

        assertThat(queue.failed()).containsExactly(new FailedJob("2", "two", LATE, ""),
                new FailedJob("1", "one", EARLY, "Dependent Job failed"));
        assertThat(queue.failedSince(LATE)).isEqualTo(1);
        assertThatThrownBy(() -> BatchMapper.queue("jobs", JobQueueDetail.builder().build(),
                List.of(JobSummary.builder().jobId("1").status("FAILED").build()), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstActionThatFailedDecidesAFailedStage() {
        Stage stage = stage("Failed", action("late", "Failed", LATE, "stopped"), action("fine", "Succeeded", LATE, ""),
                action("early", "Failed", EARLY, "exit code 2"));

        assertThat(stage).isEqualTo(new Stage("Build", "Failed", "early", "exit code 2", Optional.of(EARLY), false));
    }

    @Test
    void anErrorsOwnSentenceComesBeforeTheSummary() {
        Stage stage = stage("Failed", ActionState.builder().actionName("build").latestExecution(execution -> execution
                .status("Failed").lastStatusChange(LATE).summary("Build failed")
                .errorDetails(error -> error.code("JobFailed").message("Build terminated with state: FAILED")))
                .build());

        assertThat(stage.summary()).isEqualTo("Build terminated with state: FAILED");
    }

    @Test
    void aPersonWhoHasToApproveComesBeforeWhatIsInProgress() {
        Stage stage = stage("InProgress", action("smoke-test", "InProgress", LATE, ""),
                ActionState.builder().actionName("approve").latestExecution(execution -> execution.status("InProgress")
                        .lastStatusChange(EARLY).token("t")).build());

        assertThat(stage).isEqualTo(new Stage("Build", "InProgress", "approve", "", Optional.of(EARLY), true));
    }

    @Test
    void anActionInProgressWithoutATokenIsNoApproval() {
        assertThat(stage("InProgress", action("build", "InProgress", LATE, "")).waitsForApproval()).isFalse();
    }

    @Test
    void aStageThatSucceededDidSoWithItsLastAction() {
        Stage stage = stage("Succeeded", action("deploy-b", "Succeeded", LATE, ""),
                action("deploy-a", "Succeeded", EARLY, ""));

        assertThat(stage.action()).isEqualTo("deploy-b");
        assertThat(stage.since()).hasValue(LATE);
    }

    private static Stage stage(String status, ActionState... actions) {
        return PipelineMapper.pipeline("p", GetPipelineStateResponse.builder().stageStates(StageState.builder()
                .stageName("Build").latestExecution(execution -> execution.status(status)).actionStates(actions)
                .build()).build()).stages().getFirst();
    }

    private static ActionState action(String name, String status, Instant at, String summary) {
        return ActionState.builder().actionName(name).latestExecution(execution -> execution.status(status)
                .lastStatusChange(at).summary(summary)).build();
    }

    private static software.amazon.awssdk.services.ecs.model.Deployment deployment(String id, String status,
            String definition, String rollout) {
        return software.amazon.awssdk.services.ecs.model.Deployment.builder().id(id).status(status)
                .taskDefinition(definition).rolloutState(rollout).build();
    }

    private static software.amazon.awssdk.services.ecs.model.ServiceEvent event(String id, Instant at) {
        return software.amazon.awssdk.services.ecs.model.ServiceEvent.builder().id(id).createdAt(at).message("m")
                .build();
    }
}
