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

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The deployment of revision 88, which began at noon.
class StopProofTest {

    private static final Instant SETTLED = at(61);

    private final Operation.StopDeployment stop =
            new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:88");
    private Reading<ServiceState> service = Reading.unknown(Failure.denied("ecs:DescribeServices"), at(0));

    private Finding look(JournalEntry entry, Instant at, ServiceDeployment... deployments) {
        return new StopProof(entry, stop, List.of(deployments), () -> service, at).judge();
    }

    private void shows(Deployment... deployments) {
        service = Reading.known(Fleet.with(Fleet.service(5, 5), deployments), at(0));
    }

    @Test
    void aDeploymentThatWasRolledBackHasBeenStopped() {
        ended(look(taken(begun(stop)), at(5), Fleet.rollout(89, "IN_PROGRESS", at(0)),
                Fleet.rollout(88, "ROLLBACK_SUCCESSFUL", at(0))), at(5), Result.WORKED, "proof.stop.worked",
                Phrase.of("list.sentences", Phrase.of("proof.rollout.rolledBack"), "told ROLLBACK_SUCCESSFUL"));
    }

    @Test
    void oneThatEndedOtherwiseIsToldInTheWordsOfEcs() {
        ended(look(taken(begun(stop)), at(5), Fleet.rollout(88, "STOPPED", at(0))), at(5), Result.WORKED,
                "proof.stop.worked",
                Phrase.of("list.sentences", Phrase.of("proof.rollout.stopped"), "told STOPPED"));
    }

    @Test
    void aRollbackMayFail() {
        ended(look(taken(begun(stop)), at(5), Fleet.rollout(88, "ROLLBACK_FAILED", at(0))), at(5), Result.FAILED,
                "proof.stop.failed", "told ROLLBACK_FAILED");
    }

    @Test
    void aDeploymentThatSucceededCouldNotBeStopped() {
        ended(look(taken(begun(stop)), at(5), Fleet.rollout(88, "SUCCESSFUL", at(0))), at(5), Result.NOT_DONE,
                "proof.stop.tooLate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "IN_PROGRESS"})
    void aDeploymentThatGoesOnWasNotStopped(String status) {
        ServiceDeployment one = Fleet.rollout(88, status, at(0));

        going(look(taken(begun(stop)), at(60), one), "proof.readingBack");
        ended(look(taken(begun(stop)), SETTLED, one), SETTLED, Result.FAILED, "proof.stop.goesOn");
        ended(look(lost(begun(stop)), SETTLED, one), SETTLED, Result.NOT_DONE, "proof.stop.goesOn");
        ended(look(crashed(begun(stop)), SETTLED, one), SETTLED, Result.NOT_DONE, "proof.stop.goesOn");
    }

    @ParameterizedTest
    @CsvSource({"STOP_REQUESTED, proof.rollout.stops", "ROLLBACK_REQUESTED, proof.rollout.rollsBack",
            "ROLLBACK_IN_PROGRESS, proof.rollout.rollsBack"})
    void whatIsUnderWayIsWaitedFor(String status, String how) {
        ServiceDeployment one = Fleet.rollout(88, status, at(0));

        going(look(taken(begun(stop)), at(3600), one), "proof.told", Phrase.of(how));
        ended(look(taken(begun(stop)), at(3601), one), at(3601), Result.NOT_KNOWN, "proof.stop.late", Phrase.of(how));
    }

    @Test
    void aStatusThatIsNewIsNamed() {
        going(look(taken(begun(stop)), at(3600), Fleet.rollout(88, "SOMETHING_NEW", at(0))), "proof.told",
                Phrase.of("proof.stop.status", "SOMETHING_NEW"));
    }

    @Test
    void itIsDoneAsSoonAsWhatItGoesBackToRuns() {
        ServiceDeployment one = Fleet.rollout(88, "ROLLBACK_IN_PROGRESS", at(0));
        Deployment leaving = Fleet.deployment(88, "ACTIVE", 5, 2, "IN_PROGRESS", at(1));
        shows(Fleet.deployment(87, "PRIMARY", 5, 3, "IN_PROGRESS"), leaving);
        Finding found = look(taken(begun(stop)), at(3600), one);

        going(found, "proof.stop.rollsBack", "backend:87", 3, 5);
        counted(found, 3, 5);
        ended(look(taken(begun(stop)), at(3601), one), at(3601), Result.NOT_KNOWN, "proof.stop.backLate",
                "backend:87", 3, 5);
        shows(Fleet.deployment(87, "PRIMARY", 5, 5, "IN_PROGRESS"), leaving);
        ended(look(taken(begun(stop)), at(20), one), at(20), Result.WORKED, "proof.stop.back", "backend:87", 5, 5);
    }

    /// ECS may show it as primary a moment longer.
    @Test
    void whatWasStoppedIsNotWhatItGoesBackTo() {
        shows(Fleet.deployment(88, "PRIMARY", 5, 5, "IN_PROGRESS", at(1)));

        going(look(taken(begun(stop)), at(20), Fleet.rollout(88, "ROLLBACK_IN_PROGRESS", at(0))), "proof.told",
                Phrase.of("proof.rollout.rollsBack"));
    }

    @Test
    void aDeploymentThatEcsHasForgottenIsNotKnown() {
        ended(look(taken(begun(stop)), at(5), Fleet.rollout(87, "SUCCESSFUL", at(0))), at(5), Result.NOT_KNOWN,
                "proof.stop.gone");
    }
}
