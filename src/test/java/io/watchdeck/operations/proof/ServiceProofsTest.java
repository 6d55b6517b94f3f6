package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.begunAt;
import static io.watchdeck.operations.proof.Told.counted;
import static io.watchdeck.operations.proof.Told.crashed;
import static io.watchdeck.operations.proof.Told.ended;
import static io.watchdeck.operations.proof.Told.going;
import static io.watchdeck.operations.proof.Told.lost;
import static io.watchdeck.operations.proof.Told.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceProofsTest {

    private static final Instant SOON = at(60);
    private static final Instant SETTLED = at(61);

    // The strategy, from 90 of 100 on Spot to 70.

    private final Operation.SpotWeight spot = new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, false);

    private final List<JournalEntry> journal = new ArrayList<>();

    private Finding strategy(JournalEntry entry, List<CapacityShare> now, Instant at) {
        return ServiceProofs.strategy(entry, spot, Fleet.with(Fleet.service(5, 5), now),
                new Since(entry, _ -> journal), at);
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

    // Weights together with a forced deployment.

    private final Operation.SpotWeight forced = new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, true);
    private final Finding rolledOut = Finding.ended(at(90), Result.WORKED, "proof.rollout.worked", "backend:88", 5, 5);

    private Finding both(List<CapacityShare> now, Finding rollout) {
        return ServiceProofs.both(taken(begun(forced)), forced, Fleet.with(Fleet.service(5, 5), now), rollout);
    }

    @Test
    void theVerdictOfWeightsWithAForcedDeploymentNamesBoth() {
        Phrase worked = ((Finding.Ended) rolledOut).verdict().sentence();

        ended(both(Fleet.SPOT_70, rolledOut), at(90), Result.WORKED, "list.sentences", worked,
                Phrase.of("proof.spot.inForce"));
        ended(both(Fleet.SPOT_90, rolledOut), at(90), Result.PARTLY, "list.sentences", worked,
                Phrase.of("proof.spot.asBefore"));
        ended(both(Fleet.ON_DEMAND, rolledOut), at(90), Result.PARTLY, "list.sentences", worked,
                Phrase.of("proof.spot.other"));
        Finding failed = Finding.ended(at(90), Result.FAILED, "proof.rollout.failed", "backend:88", "no capacity", 3);
        ended(both(Fleet.SPOT_70, failed), at(90), Result.FAILED, "list.sentences",
                ((Finding.Ended) failed).verdict().sentence(), Phrase.of("proof.spot.inForce"));
    }

    @Test
    void whatWasNotDoneOrNotChangedIsNotNamed() {
        Finding notDone = Finding.ended(at(90), Result.NOT_DONE, "proof.rollout.none");
        Finding going = Finding.going("proof.waiting");
        var same = new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_90, true);

        assertThat(both(Fleet.SPOT_90, notDone)).isEqualTo(notDone);
        assertThat(both(Fleet.SPOT_70, going)).isEqualTo(going);
        assertThat(ServiceProofs.both(taken(begun(same)), same, Fleet.service(5, 5), rolledOut)).isEqualTo(rolledOut);
    }

    @Test
    void weightsThatThisConsoleChangedAgainAreNobodyElses() {
        journal.add(begunAt(taken(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.ON_DEMAND, false))), at(20)));

        ended(strategy(taken(begun(spot)), Fleet.ON_DEMAND, at(25)), at(25), Result.CANCELLED, "proof.superseded",
                new When(at(20), at(25)), Phrase.of("proof.superseded.weights"));
    }
}
