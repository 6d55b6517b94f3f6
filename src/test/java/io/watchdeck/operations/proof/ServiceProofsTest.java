package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.proof.Told.counted;
import static io.watchdeck.operations.proof.Told.crashed;
import static io.watchdeck.operations.proof.Told.ended;
import static io.watchdeck.operations.proof.Told.going;
import static io.watchdeck.operations.proof.Told.lost;
import static io.watchdeck.operations.proof.Told.taken;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceProofsTest {

    private static final Instant SOON = at(60);
    private static final Instant SETTLED = at(61);

    // The strategy, from 90 of 100 on Spot to 70.

    private final Operation.SpotWeight spot = new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, false);

    private Finding strategy(JournalEntry entry, List<CapacityShare> now, Instant at) {
        return ServiceProofs.strategy(entry, spot, Fleet.with(Fleet.service(5, 5), now), at);
    }

    @Test
    void weightsThatAreInForceHaveWorked() {
        for (JournalEntry entry : List.of(taken(begun(spot)), lost(begun(spot)), crashed(begun(spot)))) {
            ended(strategy(entry, Fleet.SPOT_70, at(5)), at(5), Result.WORKED, "proof.spot.worked", 5);
        }
    }

    @Test
    void weightsAsBeforeAreBelievedOnceTheOthersWouldShow() {
        going(strategy(taken(begun(spot)), Fleet.SPOT_90, SOON), "proof.readingBack");
        ended(strategy(taken(begun(spot)), Fleet.SPOT_90, SETTLED), SETTLED, Result.FAILED, "proof.spot.asBefore");
        ended(strategy(lost(begun(spot)), Fleet.SPOT_90, SETTLED), SETTLED, Result.NOT_DONE, "proof.spot.asBefore");
        ended(strategy(crashed(begun(spot)), Fleet.SPOT_90, SETTLED), SETTLED, Result.NOT_DONE,
                "proof.spot.asBefore");
    }

    @Test
    void otherWeightsAreSomebodyElses() {
        ended(strategy(taken(begun(spot)), Fleet.ON_DEMAND, SETTLED), SETTLED, Result.FAILED, "proof.spot.other");
        ended(strategy(lost(begun(spot)), Fleet.ON_DEMAND, SETTLED), SETTLED, Result.FAILED, "proof.spot.other");
    }

    // A task.

    private final Operation.StopTask stopTask = new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn());

    private Finding task(JournalEntry entry, ServiceState service, Instant at, TaskState... tasks) {
        return ServiceProofs.task(entry, stopTask, List.of(tasks), service, at);
    }

    private static TaskState stopped() {
        return Fleet.task("a", "STOPPED", "STOPPED");
    }

    @Test
    void aTaskThatHasStoppedAndWasReplacedHasWorked() {
        for (JournalEntry entry : List.of(taken(begun(stopTask)), lost(begun(stopTask)), crashed(begun(stopTask)))) {
            ended(task(entry, Fleet.service(5, 5), at(5), Fleet.task("b"), stopped()), at(5), Result.WORKED,
                    "proof.task.worked", "a", 5, 5);
        }
    }

    @Test
    void theReplacementIsWaitedFor() {
        Finding found = task(taken(begun(stopTask)), Fleet.service(5, 4), at(600), stopped());

        going(found, "proof.task.replacing", "a", 4, 5);
        counted(found, 4, 5);
        ended(task(taken(begun(stopTask)), Fleet.service(5, 4), at(601), stopped()), at(601), Result.FAILED,
                "proof.task.notReplaced", "a", 4, 5);
    }

    @Test
    void aTaskThatIsStoppingIsWaitedFor() {
        TaskState stopping = Fleet.task("a", "RUNNING", "STOPPED");

        going(task(taken(begun(stopTask)), Fleet.service(5, 5), at(600), stopping), "proof.task.stopping", "a");
        ended(task(taken(begun(stopTask)), Fleet.service(5, 5), at(601), stopping), at(601), Result.NOT_KNOWN,
                "proof.task.late", "a");
    }

    @Test
    void aTaskThatRunsWasNotStopped() {
        TaskState runs = Fleet.task("a");

        going(task(taken(begun(stopTask)), Fleet.service(5, 5), SOON, runs), "proof.readingBack");
        ended(task(taken(begun(stopTask)), Fleet.service(5, 5), SETTLED, runs), SETTLED, Result.FAILED,
                "proof.task.runs", "a");
        ended(task(lost(begun(stopTask)), Fleet.service(5, 5), SETTLED, runs), SETTLED, Result.NOT_DONE,
                "proof.task.runs", "a");
        ended(task(crashed(begun(stopTask)), Fleet.service(5, 5), SETTLED, runs), SETTLED, Result.NOT_DONE,
                "proof.task.runs", "a");
    }

    @Test
    void aTaskThatEcsHasForgottenHasStoppedButPerhapsNotByUs() {
        ended(task(taken(begun(stopTask)), Fleet.service(5, 5), at(5), Fleet.task("b")), at(5), Result.WORKED,
                "proof.task.forgotten");
        ended(task(lost(begun(stopTask)), Fleet.service(5, 5), at(5), Fleet.task("b")), at(5), Result.NOT_KNOWN,
                "proof.task.gone");
    }

    // A deployment.

    private final Operation.StopDeployment stop =
            new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:88");

    private Finding stopped(JournalEntry entry, Instant at, ServiceDeployment... deployments) {
        return ServiceProofs.stopped(entry, stop, List.of(deployments), at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOPPED", "ROLLBACK_SUCCESSFUL"})
    void aDeploymentThatWasRolledBackHasBeenStopped(String status) {
        ended(stopped(taken(begun(stop)), at(5), Fleet.rollout(89, "IN_PROGRESS", at(0)),
                Fleet.rollout(88, status, at(0))), at(5), Result.WORKED, "proof.stop.worked", status);
    }

    @Test
    void aRollbackMayFail() {
        ended(stopped(taken(begun(stop)), at(5), Fleet.rollout(88, "ROLLBACK_FAILED", at(0))), at(5), Result.FAILED,
                "proof.stop.failed", "told ROLLBACK_FAILED");
    }

    @Test
    void aDeploymentThatSucceededCouldNotBeStopped() {
        ended(stopped(taken(begun(stop)), at(5), Fleet.rollout(88, "SUCCESSFUL", at(0))), at(5), Result.NOT_DONE,
                "proof.stop.tooLate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "IN_PROGRESS"})
    void aDeploymentThatGoesOnWasNotStopped(String status) {
        ServiceDeployment one = Fleet.rollout(88, status, at(0));

        going(stopped(taken(begun(stop)), SOON, one), "proof.readingBack");
        ended(stopped(taken(begun(stop)), SETTLED, one), SETTLED, Result.FAILED, "proof.stop.goesOn");
        ended(stopped(lost(begun(stop)), SETTLED, one), SETTLED, Result.NOT_DONE, "proof.stop.goesOn");
        ended(stopped(crashed(begun(stop)), SETTLED, one), SETTLED, Result.NOT_DONE, "proof.stop.goesOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "SOMETHING_NEW"})
    void whatIsUnderWayIsWaitedFor(String status) {
        ServiceDeployment one = Fleet.rollout(88, status, at(0));

        going(stopped(taken(begun(stop)), at(3600), one), "proof.stop.going", status);
        ended(stopped(taken(begun(stop)), at(3601), one), at(3601), Result.NOT_KNOWN, "proof.stop.late", status);
    }

    @Test
    void aDeploymentThatEcsHasForgottenIsNotKnown() {
        ended(stopped(taken(begun(stop)), at(5), Fleet.rollout(87, "SUCCESSFUL", at(0))), at(5), Result.NOT_KNOWN,
                "proof.stop.gone");
    }
}
