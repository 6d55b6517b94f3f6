package io.watchdeck.sandbox;

import static io.watchdeck.model.Changes.lost;
import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Sent;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Controls;
import io.watchdeck.queues.BatchQueueState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every change can be refused, and every answer can be lost, whether or not the request arrived.
class SandboxLostAnswersTest {

    private static final String STACK = "sesami-prod";
    private static final ServiceKey SERVICE = new ServiceKey("sesami-cluster", "sesami-backend");
    private static final String DEAD = "sesami-analysis-jobs-dlq";
    private static final String JOBS = "sesami-job-queue";

    private final Life life = new Life(9);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostUpdateWasDoneOrNot(boolean done) {
        Sent sent = without("ecs:UpdateService", done,
                controls -> controls.services().update(SERVICE, ServiceChange.desired(4)));

        assertThat(lost(sent).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(lost(sent).action()).hasValue("ecs:UpdateService");
        assertThat(life.service(STACK, SERVICE.service()).desired()).isEqualTo(done ? 4 : 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostStopOfATaskWasDoneOrNot(boolean done) {
        TaskState task = life.tasks(STACK).getFirst();

        lost(without("ecs:StopTask", done,
                controls -> controls.services().stopTask(SERVICE.cluster(), task.arn(), "why")));

        assertThat(life.tasks(STACK).getFirst().desiredStatus()).isEqualTo(done ? "STOPPED" : "RUNNING");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostStopOfADeploymentWasDoneOrNot(boolean done) {
        var deployments = life.controls(STACK).deployments();
        taken(life.controls(STACK).services().update(SERVICE, ServiceChange.newDeployment()));
        String arn = value(deployments.deployments(SERVICE)).getFirst().arn();

        lost(without("ecs:StopServiceDeployment", done, controls -> controls.services().stopDeployment(arn)));

        assertThat(value(deployments.deployments(SERVICE)).getFirst().status())
                .isEqualTo(done ? "ROLLBACK_REQUESTED" : "PENDING");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostRangeWasSetOrNot(boolean done) {
        lost(without("application-autoscaling:RegisterScalableTarget", done,
                controls -> controls.scaling().range(SERVICE, 2, 12)));

        assertThat(value(life.cloud(STACK).scaling().orElseThrow().ranges(List.of(SERVICE)).get(SERVICE)).max())
                .isEqualTo(done ? 12 : 10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostRedriveRunsOrNot(boolean done) {
        lost(without("sqs:StartMessageMoveTask", done,
                controls -> controls.queues().redrive(DEAD, OptionalInt.of(1))));

        assertThat(value(life.controls(STACK).redrives().redrives(DEAD))).hasSize(done ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostCancelWasDoneOrNot(boolean done) {
        String handle = taken(life.controls(STACK).queues().redrive(DEAD, OptionalInt.of(1))).orElseThrow();

        lost(without("sqs:CancelMessageMoveTask", done, controls -> controls.queues().cancelRedrive(handle)));

        assertThat(value(life.controls(STACK).redrives().redrives(DEAD)).getFirst().isRunning()).isEqualTo(!done);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostPurgeDestroyedEverythingOrNothing(boolean done) {
        lost(without("sqs:PurgeQueue", done, controls -> controls.queues().purge(DEAD)));

        assertThat(life.queue(STACK, DEAD).visible()).isEqualTo(done ? 0 : 27);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostReceiveHidMessagesOrNot(boolean done) {
        account().loseAnswer("sqs:ReceiveMessage", done);

        assertThat(failure(life.controls(STACK).queues().receive(DEAD, Duration.ofSeconds(30))).kind())
                .isEqualTo(Kind.UNREACHABLE);

        assertThat(life.queue(STACK, DEAD).inFlight()).isEqualTo(done ? 10 : 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostSubmissionBeganAJobOrNot(boolean done) {
        BatchQueueState before = jobs();
        String failed = before.failed().getFirst().id();

        lost(without("batch:SubmitJob", done, controls -> controls.jobs().resubmit(JOBS, failed)));

        assertThat(jobs().count("SUBMITTED") - before.count("SUBMITTED")).isEqualTo(done ? 1 : 0);
    }

    @Test
    void aResubmittedJobRunsAndTheFailedOneIsStillTold() {
        String failed = jobs().failed().getFirst().id();
        taken(life.controls(STACK).jobs().resubmit(JOBS, failed));
        int submitted = jobs().count("SUBMITTED") + jobs().count("RUNNABLE") + jobs().count("STARTING")
                + jobs().count("RUNNING");
        assertThat(submitted).isPositive();
        life.clock().advance(Duration.ofMinutes(3));

        assertThat(jobs().count("RUNNING")).isPositive();
        assertThat(jobs().failed()).extracting(BatchQueueState.FailedJob::id).contains(failed);
    }

    @Test
    void aFaultRefusesAndChangesNothing() {
        account().fault("ecs:UpdateService", Failure.throttled("ecs:UpdateService"));
        assertThat(refused(life.controls(STACK).services().update(SERVICE, ServiceChange.desired(4))).kind())
                .isEqualTo(Kind.THROTTLED);
        assertThat(life.service(STACK, SERVICE.service()).desired()).isEqualTo(2);

        account().clearFault("ecs:UpdateService");
        account().fault(new StackId(STACK), "ecs:UpdateService", Failure.denied("ecs:UpdateService"));
        assertThat(refused(life.controls(STACK).services().update(SERVICE, ServiceChange.desired(4))).kind())
                .isEqualTo(Kind.DENIED);

        account().clearFault("ecs:UpdateService");
        taken(life.controls(STACK).services().update(SERVICE, ServiceChange.desired(4)));
    }

    @Test
    void whatCannotBeReadBeforeIsNotChanged() {
        account().fault("batch:DescribeJobs", Failure.denied("batch:DescribeJobs"));
        BatchQueueState before = jobs();

        assertThat(refused(life.controls(STACK).jobs().resubmit(JOBS, before.failed().getFirst().id())).action())
                .hasValue("batch:DescribeJobs");

        assertThat(jobs()).isEqualTo(before);
    }

    private Sent without(String action, boolean done, Function<Controls, Sent> change) {
        account().loseAnswer(action, done);
        Sent sent = change.apply(life.controls(STACK));
        account().clearFault(action);
        return sent;
    }

    private SandboxAccount account() {
        return life.connector().account(life.file(STACK).access());
    }

    private BatchQueueState jobs() {
        return value(life.cloud(STACK).batch().orElseThrow().batchQueues(List.of(JOBS)).get(JOBS));
    }
}
