package io.watchdeck.aws;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.Ranges;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.refresh.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many calls the readings of autoscaling, Batch, pipes and pipelines take, by the formula that each adapter
/// states, and how far a failure reaches.
@ExtendWith(TestKeys.class)
class AwsWorkCallsTest {

    private static final String QUEUE = "jobs-0001";

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,1,1", "10,1,1", "11,1,2", "50,1,5", "51,2,6", "101,3,11"})
    void rangesTakeACallForFiftyServicesAndOneForTenPolicies(int services, int targetCalls, int policyCalls) {
        scaling(services, "c");

        ranges(services);

        assertCalls("DescribeScalableTargets", targetCalls);
        assertCalls("DescribeScalingPolicies", policyCalls);
        assertThat(rig.metered).allMatch(call -> call.service().equals("Application Auto Scaling"));
    }

    @Test
    void servicesWithoutRangeAskForNoPolicies() {
        scaling(0, "c");

        assertThat(failure(ranges(1).get(name("service", 1))).kind()).isEqualTo(Kind.ABSENT);
        assertCalls("DescribeScalingPolicies", 0);
    }

    @Test
    void wherePoliciesOfOthersAreManyEachServiceIsAskedAloneFromThenOn() {
        FakeScaling scaling = scaling(2, "c");
        IntStream.range(0, 40).forEach(number -> scaling.cpuPolicy("other", "service-" + number, 50));

        assertThat(value(ranges(2).get(name("service", 2))).policies()).containsExactly("CPU 70 %");
        assertCalls("DescribeScalingPolicies", 4);

        rig.metered.clear();
        assertThat(value(ranges(2).get(name("service", 2))).policies()).containsExactly("CPU 70 %");
        assertCalls("DescribeScalingPolicies", 2);
    }

    @Test
    void anotherClustersServiceOfTheSameNameIsNotOurs() {
        new FakeScaling(rig.aws).target("c", "service-0001").cpuPolicy("other", "service-0001", 50);

        assertThat(value(ranges(1).get("service-0001")).policies()).isEmpty();
    }

    @Test
    void aRangeWhosePoliciesMayNotBeReadIsNotKnown() {
        scaling(1, "c");
        rig.aws.on("DescribeScalingPolicies", LoopbackAws.jsonError(400, "AccessDeniedException", "no"));

        assertDenied(ranges(1).get(name("service", 1)), "application-autoscaling:DescribeScalingPolicies");
    }

    @Test
    void throttledTargetsAreAskedNoFurther() {
        rig.aws.on("DescribeScalableTargets", LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));

        ranges(101).values().forEach(reading -> assertThrottled(reading));

        assertCalls("DescribeScalableTargets", 3);
        assertThat(rig.waits).hasSize(2);
    }

    @Test
    void activitiesTakeOneCall() {
        scaling(1, "c");

        rig.cloud.scaling().orElseThrow().activities("c", "service-0001");

        assertThat(rig.metered).extracting(ApiCall::operation).containsExactly("DescribeScalingActivities");
    }

    @ParameterizedTest
    @CsvSource({"0,7", "1,7", "1000,7", "1001,8", "2001,9"})
    void aJobQueueTakesOneCallForEachStatusAndThousandJobs(int running, int calls) {
        var batch = new FakeBatch(rig.aws).queue(QUEUE);
        IntStream.range(0, running).forEach(_ -> batch.job(QUEUE, "RUNNING"));

        assertThat(queue().count("RUNNING")).isEqualTo(running);

        assertCalls("DescribeJobQueues", 1);
        assertCalls("ListJobs", calls);
        assertThat(rig.aws.requests("ListJobs")).extracting(request -> Wire.parse(request.body()).path("jobStatus")
                .asText()).contains("SUBMITTED", "PENDING", "RUNNABLE", "STARTING", "RUNNING", "SUCCEEDED", "FAILED");
    }

    @Test
    void aHundredAndOneJobQueuesTakeTwoCalls() {
        var batch = new FakeBatch(rig.aws);
        names("jobs", 101).forEach(batch::queue);

        rig.cloud.batch().orElseThrow().batchQueues(names("jobs", 101)).values().forEach(reading -> value(reading));

        assertCalls("DescribeJobQueues", 2);
        assertCalls("ListJobs", 7 * 101);
    }

    @Test
    void thousandsOfEndedJobsAreNotCountedToTheEnd() {
        var batch = new FakeBatch(rig.aws).queue(QUEUE);
        IntStream.range(0, 1001).forEach(_ -> batch.job(QUEUE, "SUCCEEDED"));
        IntStream.range(0, 10_001).forEach(number -> batch.job(QUEUE, "FAILED", "stoppedAt", number));

        BatchQueueState queue = queue();

        assertThat(queue.count("SUCCEEDED")).isEqualTo(1000);
        assertThat(queue.count("FAILED")).isEqualTo(10_000);
        assertThat(queue.atLeast()).containsExactlyInAnyOrder("SUCCEEDED", "FAILED");
        assertCalls("ListJobs", 5 + 1 + 10);
    }

    @Test
    void tenThousandFailedJobsAreCountedExactly() {
        var batch = new FakeBatch(rig.aws).queue(QUEUE);
        IntStream.range(0, 10_000).forEach(number -> batch.job(QUEUE, "FAILED", "stoppedAt", number));

        assertThat(queue().count("FAILED")).isEqualTo(10_000);
        assertThat(queue().atLeast()).isEmpty();
    }

    @Test
    void aJobThatMovesOnMeanwhileCountsOnce() {
        new FakeBatch(rig.aws).queue(QUEUE).job(QUEUE, "STARTING", "jobId", "j").job(QUEUE, "RUNNING", "jobId", "j");

        assertThat(queue().jobs()).isEqualTo(Map.of("RUNNING", 1));
    }

    @Test
    void aJobQueueTellsWhetherItWorks() {
        new FakeBatch(rig.aws).queue(QUEUE, "state", "DISABLED", "status", "INVALID", "statusReason", "no environment");

        assertThat(queue().health()).isEqualTo(new BatchQueueState.Health("DISABLED", "INVALID", "no environment"));
        assertThat(queue().health().works()).isFalse();
    }

    @Test
    void aJobQueueThatIsDeletedIsNotThere() {
        new FakeBatch(rig.aws).queue(QUEUE, "status", "DELETED");

        assertNotFound(rig.cloud.batch().orElseThrow().batchQueues(List.of(QUEUE)).get(QUEUE));
        assertCalls("ListJobs", 0);
    }

    @Test
    void jobsThatMayNotBeListedConcernTheirQueue() {
        new FakeBatch(rig.aws).queue(QUEUE).queue("jobs-0002");
        rig.aws.serve("ListJobs", request -> request.body().contains("jobs-0002")
                ? LoopbackAws.status(200, "application/json", "{\"jobSummaryList\":[]}")
                : LoopbackAws.restError(403, "AccessDeniedException", "no"));

        var found = rig.cloud.batch().orElseThrow().batchQueues(names("jobs", 2));

        assertDenied(found.get(QUEUE), "batch:ListJobs");
        assertThat(value(found.get("jobs-0002")).jobs()).isEmpty();
    }

    @Test
    void pipesAndPipelinesTakeOneCallEach() {
        rig.aws.on("DescribePipe", LoopbackAws.status(200, "application/json", "{\"CurrentState\":\"RUNNING\"}"));
        var pipelines = new FakePipelines(rig.aws);
        names("pipeline", 3).forEach(name -> pipelines.stage(name, "Source", "", List.of()));

        rig.cloud.pipes().orElseThrow().pipes(List.of("a", "b", "a")).values().forEach(reading -> value(reading));
        rig.cloud.pipelines().orElseThrow().pipelines(names("pipeline", 3)).values()
                .forEach(reading -> value(reading));

        assertCalls("DescribePipe", 2);
        assertCalls("GetPipelineState", 3);
    }

    @Test
    void oneThatMayNotBeReadDoesNotTakeTheOthersAlong() {
        rig.aws.serve("DescribePipe", request -> request.path().endsWith("/secret")
                ? LoopbackAws.restError(403, "AccessDeniedException", "no")
                : LoopbackAws.status(200, "application/json", "{\"CurrentState\":\"RUNNING\"}"));

        var found = rig.cloud.pipes().orElseThrow().pipes(List.of("secret", "open"));

        assertDenied(found.get("secret"), "pipes:DescribePipe");
        assertThat(value(found.get("open")).isRunning()).isTrue();
    }

    @Test
    void throttlingEndsTheReadingOfAllPipelines() {
        rig.aws.on("GetPipelineState", LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));

        rig.cloud.pipelines().orElseThrow().pipelines(names("pipeline", 5)).values()
                .forEach(reading -> assertThrottled(reading));

        assertCalls("GetPipelineState", 3);
    }

    @Test
    void anAnswerWithoutStateIsNotAnAnswer() {
        rig.aws.on("DescribePipe", LoopbackAws.status(200, "application/json", "{}"));
        rig.aws.on("GetPipelineState", LoopbackAws.json("{\"pipelineName\":\"p\"}"));

        assertThat(failure(rig.cloud.pipes().orElseThrow().pipes(List.of("p")).get("p")).kind())
                .isEqualTo(Kind.UNEXPECTED);
        assertThat(failure(rig.cloud.pipelines().orElseThrow().pipelines(List.of("p")).get("p")).kind())
                .isEqualTo(Kind.UNEXPECTED);
    }

    private FakeScaling scaling(int services, String cluster) {
        var scaling = new FakeScaling(rig.aws);
        names("service", services).forEach(name -> scaling.target(cluster, name).cpuPolicy(cluster, name, 70));
        return scaling;
    }

    private Map<String, Reading<ScalingRange>> ranges(int services) {
        return Ranges.of(rig.cloud.scaling().orElseThrow(), "c", names("service", services));
    }

    private BatchQueueState queue() {
        return value(rig.cloud.batch().orElseThrow().batchQueues(List.of(QUEUE)).get(QUEUE));
    }

    private void assertCalls(String operation, int count) {
        assertThat(rig.metered).as(operation).filteredOn(call -> call.operation().equals(operation)).hasSize(count);
    }
}
