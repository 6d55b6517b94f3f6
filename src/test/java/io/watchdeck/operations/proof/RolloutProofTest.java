package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.NOON;
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

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.When;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deployment `ecs-svc/1` was primary before; the operation began at noon.
class RolloutProofTest {

    private static final Instant SOON = at(60);
    private static final Instant SETTLED = at(61);
    private static final Instant IN_TIME = at(3600);
    private static final Instant LATE = at(3601);
    private static final Phrase NO_FAILURES = Phrase.of("proof.rollout.noFailures");

    private final JournalEntry entry = begun(new Operation.ForceDeployment(TIKETI, SERVICE));
    private final JournalEntry ours = taken(entry, "ecs-svc/89");
    private final List<JournalEntry> journal = new ArrayList<>();

    private Finding look(JournalEntry entry, Instant now, Deployment... deployments) {
        return look(entry, now, List.of(), deployments);
    }

    private Finding look(JournalEntry entry, Instant now, List<ServiceDeployment> rollouts,
            Deployment... deployments) {
        return look(entry, now, Reading.known(rollouts, now), deployments);
    }

    private Finding look(JournalEntry entry, Instant now, Reading<List<ServiceDeployment>> rollouts,
            Deployment... deployments) {
        return new RolloutProof(entry, Fleet.with(Fleet.service(5, 5), deployments), rollouts,
                new Since(entry, _ -> journal), now).judge();
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothing() {
        Failure denied = Failure.denied("ecs:ListServiceDeployments");
        for (JournalEntry one : List.of(ours, lost(entry))) {
            going(look(one, SETTLED, Reading.unknown(denied, SETTLED), old()), "proof.unread", denied.sentence());
            ended(look(one, LATE, Reading.unknown(denied, LATE), old()), LATE, Result.NOT_KNOWN, "proof.unreadable",
                    denied.sentence());
        }
    }

    @Test
    void somebodyElsesDeploymentIsNoRollBackWhoseAnswerWasLost() {
        JournalEntry back = lost(begun(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(87))));

        ended(look(back, SETTLED, own("PRIMARY", 5, "COMPLETED"), old()), SETTLED, Result.NOT_DONE,
                "proof.rollout.none");
        ended(look(back, SETTLED, List.of(Fleet.rollout(88, "SUCCESSFUL", at(1))), old()), SETTLED, Result.NOT_DONE,
                "proof.rollout.none");
        ended(look(back, SETTLED, Fleet.deployment(87, "PRIMARY", 5, 5, "COMPLETED", at(1))), SETTLED, Result.WORKED,
                "proof.rollout.workedUnsure", "backend:87", 5, 5);
    }

    private static Deployment own(String status, int running, String rollout) {
        return Fleet.forced("ecs-svc/89", status, running, rollout, at(1));
    }

    private static Deployment old() {
        return Fleet.deployment(1, "ACTIVE", 5, 2, "COMPLETED");
    }

    @Test
    void goesOnWhileTasksAreReplaced() {
        Finding found = look(ours, IN_TIME, own("PRIMARY", 3, "IN_PROGRESS"), old());

        going(found, "proof.rollout.going", "backend:88", 3, 5, NO_FAILURES);
        counted(found, 3, 5);
    }

    @Test
    void failedTasksAreTold() {
        going(look(ours, at(9), Fleet.failing(own("PRIMARY", 3, "IN_PROGRESS"), 2, ""), old()), "proof.rollout.going",
                "backend:88", 3, 5, Phrase.of("proof.rollout.failures", 2));
    }

    @Test
    void theCircuitBreakerIsToldOnceTasksFail() {
        List<ServiceDeployment> quiet =
                List.of(Fleet.breaking(Fleet.rollout(88, "IN_PROGRESS", at(1)), 0, 3));
        List<ServiceDeployment> loud = List.of(Fleet.breaking(Fleet.rollout(88, "IN_PROGRESS", at(1)), 2, 3));
        Deployment own = Fleet.failing(own("PRIMARY", 3, "IN_PROGRESS"), 2, "");

        going(look(ours, at(9), loud, own, old()), "proof.rollout.going", "backend:88", 3, 5,
                Phrase.of("proof.rollout.breaker", 2, 3));
        going(look(ours, at(9), quiet, own, old()), "proof.rollout.going", "backend:88", 3, 5,
                Phrase.of("proof.rollout.failures", 2));
    }

    @Test
    void workedWhenItIsComplete() {
        ended(look(ours, at(9), own("PRIMARY", 5, "COMPLETED")), at(9), Result.WORKED, "proof.rollout.worked",
                "backend:88", 5, 5);
    }

    @Test
    void whereEcsGivesNoStateItIsCompleteWhenItIsAloneAndAllRun() {
        ended(look(ours, at(9), own("PRIMARY", 5, "")), at(9), Result.WORKED, "proof.rollout.worked", "backend:88", 5,
                5);
        going(look(ours, at(9), own("PRIMARY", 5, ""), old()), "proof.rollout.going", "backend:88", 5, 5, NO_FAILURES);
        Deployment starting = new Deployment("ecs-svc/89", "PRIMARY", Fleet.definition(88), 5, 5, 1, 0, "", "", at(1),
                at(1));
        going(look(ours, at(9), starting), "proof.rollout.going", "backend:88", 5, 5, NO_FAILURES);
        going(look(ours, at(9), own("PRIMARY", 4, "")), "proof.rollout.going", "backend:88", 4, 5, NO_FAILURES);
    }

    @Test
    void failedWithTheReasonOfEcs() {
        ended(look(ours, at(9), Fleet.failing(own("PRIMARY", 0, "FAILED"), 3, "tasks failed to start"), old()), at(9),
                Result.FAILED, "proof.rollout.failed", "backend:88", "tasks failed to start", 3);
    }

    @Test
    void aRollbackOfTheCircuitBreakerIsAFailureOfOurs() {
        ended(look(ours, at(90), Fleet.deployment(87, "PRIMARY", 5, 5, "IN_PROGRESS", at(80)),
                Fleet.failing(own("ACTIVE", 1, "FAILED"), 3, "circuit breaker")), at(90), Result.FAILED,
                "proof.rollout.failed", "backend:88", "circuit breaker", 3);
    }

    @Test
    void anotherThatTookItsPlaceIsNamed() {
        ended(look(ours, at(90), Fleet.deployment(90, "PRIMARY", 5, 5, "IN_PROGRESS", at(80)),
                own("ACTIVE", 3, "IN_PROGRESS")), at(90), Result.FAILED, "proof.rollout.replaced", "backend:88",
                "backend:90");
    }

    @Test
    void onePrimaryOfBeforeHasNotTakenItsPlace() {
        going(look(ours, at(9), Fleet.deployment(1, "PRIMARY", 5, 5, "COMPLETED"), own("ACTIVE", 0, "IN_PROGRESS")),
                "proof.rollout.going", "backend:88", 0, 5, NO_FAILURES);
    }

    @Test
    void isNotKnownWhenItTakesTooLong() {
        ended(look(ours, LATE, own("PRIMARY", 3, "IN_PROGRESS"), old()), LATE, Result.NOT_KNOWN, "proof.rollout.late",
                "backend:88", 3, 5, Duration.ofMinutes(60));
    }

    // Where the answer is missing.

    @Test
    void withoutAnAnswerANewPrimaryIsOurs() {
        for (JournalEntry unsure : List.of(lost(entry), crashed(entry))) {
            ended(look(unsure, at(9), own("PRIMARY", 5, "COMPLETED")), at(9), Result.WORKED,
                    "proof.rollout.workedUnsure", "backend:88", 5, 5);
            going(look(unsure, at(9), own("PRIMARY", 3, "IN_PROGRESS"), old()), "proof.rollout.going", "backend:88",
                    3, 5, NO_FAILURES);
        }
    }

    @Test
    void withoutAnAnswerAnOldPrimaryIsNotOurs() {
        Deployment before = Fleet.forced("ecs-svc/1", "PRIMARY", 5, "COMPLETED", NOON.minusSeconds(5));
        Deployment earlier = Fleet.forced("ecs-svc/2", "PRIMARY", 5, "COMPLETED", NOON.minusSeconds(121));

        for (Deployment one : List.of(before, earlier)) {
            going(look(lost(entry), SOON, one), "proof.readingBack");
            ended(look(lost(entry), SETTLED, one), SETTLED, Result.NOT_DONE, "proof.rollout.none");
            ended(look(crashed(entry), SETTLED, one), SETTLED, Result.NOT_DONE, "proof.rollout.none");
        }
    }

    @Test
    void theClocksMayDifferByTwoMinutes() {
        ended(look(lost(entry), at(9), Fleet.forced("ecs-svc/89", "PRIMARY", 5, "COMPLETED",
                NOON.minusSeconds(119))),
                at(9), Result.WORKED, "proof.rollout.workedUnsure", "backend:88", 5, 5);
    }

    /// A pipeline brings another revision; a forced deployment keeps its own.
    @Test
    void aPipelinesDeploymentIsNoForcedOneWhoseAnswerWasLost() {
        Deployment pipelines = Fleet.deployment(89, "PRIMARY", 5, 5, "COMPLETED", at(1));
        for (JournalEntry unsure : List.of(lost(entry), crashed(entry))) {
            going(look(unsure, SOON, pipelines), "proof.readingBack");
            ended(look(unsure, SETTLED, pipelines), SETTLED, Result.NOT_DONE, "proof.rollout.none");
            ended(look(unsure, SETTLED, List.of(Fleet.rollout(89, "SUCCESSFUL", at(1))), old()), SETTLED,
                    Result.NOT_DONE, "proof.rollout.none");
        }
    }

    @Test
    void besideAPipelinesDeploymentOursIsStillTold() {
        Deployment pipelines = Fleet.deployment(90, "PRIMARY", 5, 5, "IN_PROGRESS", at(2));

        ended(look(lost(entry), at(90), own("ACTIVE", 3, "IN_PROGRESS"), pipelines), at(90), Result.FAILED,
                "proof.rollout.replaced", "backend:88", "backend:90");
    }

    @Test
    void ofTwoForcedDeploymentsOfThatTimeNobodyCanTellWhichIsOurs() {
        Deployment theirs = Fleet.forced("ecs-svc/90", "PRIMARY", 5, "COMPLETED", at(2));
        List<ServiceDeployment> both =
                List.of(Fleet.rollout(88, "SUCCESSFUL", at(2)), Fleet.rollout(88, "STOPPED", at(1)));

        going(look(lost(entry), SOON, theirs, own("ACTIVE", 1, "IN_PROGRESS")), "proof.readingBack");
        ended(look(lost(entry), SETTLED, theirs, own("ACTIVE", 1, "IN_PROGRESS")), SETTLED, Result.NOT_KNOWN,
                "proof.rollout.several");
        ended(look(lost(entry), SETTLED, both, theirs), SETTLED, Result.NOT_KNOWN, "proof.rollout.several");
    }

    /// Nobody waited for the answer any longer after one second.
    @Test
    void aForcedDeploymentThatBeganAfterTheAnswerWasGivenUpMayBeSomebodyElses() {
        ended(look(lost(entry), SETTLED, Fleet.forced("ecs-svc/90", "PRIMARY", 5, "COMPLETED", at(50))), SETTLED,
                Result.NOT_KNOWN, "proof.rollout.later");
        ended(look(lost(entry), at(500), List.of(Fleet.rollout(88, "SUCCESSFUL", at(50))), old()), at(500),
                Result.NOT_KNOWN, "proof.rollout.later");
    }

    @Test
    void aForcedDeploymentOfLongAfterwardsIsSomebodyElses() {
        ended(look(lost(entry), at(500), Fleet.forced("ecs-svc/90", "PRIMARY", 5, "COMPLETED", at(122))), at(500),
                Result.NOT_DONE, "proof.rollout.none");
        ended(look(crashed(entry), at(500), Fleet.forced("ecs-svc/90", "PRIMARY", 5, "COMPLETED", at(181))), at(500),
                Result.NOT_DONE, "proof.rollout.none");
    }

    /// Somebody forced one a minute before ours, which was primary when ours left.
    @Test
    void theServiceDeploymentOfThePrimaryOneOfBeforeIsNotOurs() {
        Deployment before = Fleet.forced("ecs-svc/1", "PRIMARY", 5, "COMPLETED", NOON.minusSeconds(60));

        ended(look(lost(entry), SETTLED, List.of(Fleet.rollout(88, "SUCCESSFUL", NOON.minusSeconds(61))), before),
                SETTLED, Result.NOT_DONE, "proof.rollout.none");
    }

    @Test
    void theRollbackOfOursToTheSameRevisionIsNoOther() {
        Deployment back = Fleet.forced("ecs-svc/90", "PRIMARY", 5, "COMPLETED", at(30));

        ended(look(lost(entry), SETTLED, List.of(Fleet.rollout(88, "ROLLBACK_SUCCESSFUL", at(1))), back,
                Fleet.failing(own("ACTIVE", 0, "FAILED"), 3, "circuit breaker")), SETTLED, Result.FAILED,
                "proof.rollout.failed", "backend:88", "circuit breaker", 3);
    }

    @Test
    void aForcedDeploymentWithOtherWeightsThanTheWantedIsSomebodyElses() {
        JournalEntry spot = lost(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, true)));
        Deployment one = own("PRIMARY", 5, "COMPLETED");

        ended(look(spot, SETTLED, one), SETTLED, Result.NOT_DONE, "proof.rollout.none");
        ended(new RolloutProof(spot, Fleet.with(Fleet.with(Fleet.service(5, 5), one), Fleet.ON_DEMAND),
                Reading.known(List.of(), SETTLED), new Since(spot, _ -> List.of()), SETTLED).judge(), SETTLED,
                Result.NOT_KNOWN,
                "proof.rollout.weights");
        ended(new RolloutProof(spot, Fleet.with(Fleet.with(Fleet.service(5, 5), one), Fleet.SPOT_70),
                Reading.known(List.of(), SETTLED), new Since(spot, _ -> List.of()), SETTLED).judge(), SETTLED,
                Result.WORKED,
                "proof.rollout.workedUnsure", "backend:88", 5, 5);
    }

    // Where ECS has forgotten the deployment.

    @Test
    void aDeploymentThatDoesNotShowYetIsWaitedFor() {
        going(look(ours, SOON, old()), "proof.waiting");
        ended(look(ours, SETTLED, old()), SETTLED, Result.NOT_KNOWN, "proof.rollout.gone", "ecs-svc/89");
    }

    @Test
    void theServiceDeploymentTellsWhatBecameOfIt() {
        Deployment next = Fleet.deployment(90, "PRIMARY", 5, 5, "COMPLETED", at(3000));
        ServiceDeployment later = Fleet.rollout(90, "SUCCESSFUL", at(3000));

        ended(look(ours, at(3500), List.of(later, Fleet.rollout(88, "SUCCESSFUL", at(1))), next), at(3500),
                Result.WORKED, "proof.rollout.workedLater", "backend:88");
        going(look(ours, at(3500), List.of(later, Fleet.rollout(88, "SOMETHING_NEW", at(1))), next),
                "proof.rollout.status", "backend:88", "SOMETHING_NEW");
        ended(look(ours, LATE, List.of(Fleet.rollout(88, "SOMETHING_NEW", at(1))), next), LATE, Result.NOT_KNOWN,
                "proof.rollout.status", "backend:88", "SOMETHING_NEW");
    }

    /// Whether or not ECS still shows the deployment itself, and however long the rollback takes.
    @ParameterizedTest
    @CsvSource({"STOP_REQUESTED, proof.rollout.stops", "STOPPED, proof.rollout.stopped",
            "ROLLBACK_REQUESTED, proof.rollout.rollsBack", "ROLLBACK_IN_PROGRESS, proof.rollout.rollsBack",
            "ROLLBACK_SUCCESSFUL, proof.rollout.rolledBack", "ROLLBACK_FAILED, proof.rollout.rollbackFailed"})
    void oneThatEcsStopsOrRollsBackHasFailedAtTheNextLook(String status, String how) {
        List<ServiceDeployment> all = List.of(Fleet.rollout(88, status, at(1)));
        String reason = all.getFirst().reason();
        Phrase why = reason.isEmpty() ? Phrase.of(how) : Phrase.of("list.sentences", Phrase.of(how), reason);

        ended(look(ours, at(20), all, old()), at(20), Result.FAILED, "proof.rollout.ended", "backend:88",
                why);
        ended(look(ours, at(20), all, own("PRIMARY", 2, "IN_PROGRESS"), old()), at(20), Result.FAILED,
                "proof.rollout.ended", "backend:88", why);
        ended(look(ours, at(20), all, Fleet.deployment(1, "PRIMARY", 5, 5, "IN_PROGRESS"),
                own("ACTIVE", 2, "IN_PROGRESS")), at(20), Result.FAILED, "proof.rollout.ended", "backend:88",
                why);
    }

    @ParameterizedTest
    @CsvSource({"ROLLBACK_REQUESTED, proof.rollout.rollsBack", "ROLLBACK_SUCCESSFUL, proof.rollout.rolledBack",
            "STOPPED, proof.rollout.stopped"})
    void oneThatThisConsoleStoppedNamesThatStop(String status, String how) {
        List<ServiceDeployment> all = List.of(Fleet.rollout(88, status, at(1)));
        journal.add(begunAt(taken(begun(new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:88"))), at(15)));
        Deployment failed = Fleet.failing(own("ACTIVE", 2, "FAILED"), 1, "stopped");

        for (Deployment shown : List.of(old(), failed, own("PRIMARY", 2, "IN_PROGRESS"))) {
            ended(look(ours, at(20), all, shown), at(20), Result.CANCELLED, "proof.rollout.stoppedHere",
                    "backend:88", new When(at(15), at(20)), Phrase.of(how));
        }
    }

    /// Somebody forced one 20 s, or a minute, before ours, whose own service deployment ECS does not show yet.
    @Test
    void whatEndedBeforeOursIsNotOurs() {
        Deployment before = Fleet.forced("ecs-svc/88", "ACTIVE", 2, "IN_PROGRESS", NOON.minusSeconds(19));

        going(look(ours, at(5), List.of(Fleet.rollout(88, "STOPPED", NOON.minusSeconds(19))),
                own("PRIMARY", 2, "IN_PROGRESS"), before), "proof.rollout.going", "backend:88", 2, 5, NO_FAILURES);
        going(look(ours, at(5), List.of(Fleet.rollout(88, "STOPPED", NOON.minusSeconds(60))),
                own("PRIMARY", 2, "IN_PROGRESS"), old()), "proof.rollout.going", "backend:88", 2, 5, NO_FAILURES);
    }

    @Test
    void aStopThatHasNotTakenEffectEndsNothing() {
        journal.add(begunAt(taken(begun(new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:88"))), at(15)));

        going(look(ours, at(20), List.of(Fleet.rollout(88, "IN_PROGRESS", at(1))), own("PRIMARY", 2, "IN_PROGRESS"),
                old()), "proof.rollout.going", "backend:88", 2, 5, NO_FAILURES);
    }

    @Test
    void oneThatThisConsoleSupersededNamesThatDeployment() {
        journal.add(begunAt(taken(begun(new Operation.ForceDeployment(TIKETI, SERVICE)), "ecs-svc/90"), at(15)));
        List<ServiceDeployment> both = List.of(Fleet.rollout(90, "IN_PROGRESS", at(16)),
                Fleet.rollout(88, "STOPPED", at(1)));
        Deployment next = Fleet.forced("ecs-svc/90", "PRIMARY", 1, "IN_PROGRESS", at(16));

        ended(look(ours, at(20), both, next, own("ACTIVE", 2, "IN_PROGRESS")), at(20), Result.CANCELLED,
                "proof.rollout.superseded", "backend:88", new When(at(15), at(20)));
        ended(look(ours, at(20), both, next), at(20), Result.CANCELLED, "proof.rollout.superseded", "backend:88",
                new When(at(15), at(20)));
        ended(look(ours, at(20), List.of(), next, own("ACTIVE", 2, "IN_PROGRESS")), at(20), Result.CANCELLED,
                "proof.rollout.superseded", "backend:88", new When(at(15), at(20)));
    }

    @Test
    void aServiceDeploymentOfAnotherTimeIsNotOurs() {
        ended(look(ours, at(500), List.of(Fleet.rollout(90, "SUCCESSFUL", at(121)),
                Fleet.rollout(87, "SUCCESSFUL", NOON.minusSeconds(121))), old()), at(500), Result.NOT_KNOWN,
                "proof.rollout.gone", "ecs-svc/89");
    }

    @Test
    void ofSeveralServiceDeploymentsTheOneNearestToTheAnswerIsOurs() {
        ended(look(ours, at(500), List.of(Fleet.rollout(90, "STOPPED", at(60)),
                Fleet.rollout(88, "SUCCESSFUL", at(1))), old()), at(500), Result.WORKED, "proof.rollout.workedLater",
                "backend:88");
    }
}
