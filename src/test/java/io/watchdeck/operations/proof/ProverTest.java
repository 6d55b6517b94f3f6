package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.before;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.begunAt;
import static io.watchdeck.operations.proof.Told.ended;
import static io.watchdeck.operations.proof.Told.going;
import static io.watchdeck.operations.proof.Told.lost;
import static io.watchdeck.operations.proof.Told.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.FakeAccount;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.proof.Prover.Looking.Marks;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.queues.JobControl.Submitted;
import io.watchdeck.queues.letters.LetterMark;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is read back of each kind of operation, and what becomes of one that cannot be read.
class ProverTest {

    private static final Failure DENIED = Failure.denied("ecs:DescribeServices");

    private final MutableClock clock = new MutableClock(at(5));
    private final FakeAccount account = new FakeAccount(clock);
    private final List<String> looked = new ArrayList<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Tally tally = new Tally();
    private Marks marks = new Marks(List.of(), true);

    private Finding look(JournalEntry entry) {
        return new Prover(clock, _ -> journal).look(entry, account.cloud(), account.controls(), new Prover.Looking() {
            @Override
            public Marks look(String queue, Optional<Enough> until) {
                looked.add(queue);
                return marks;
            }

            @Override
            public boolean hides(String queue) {
                return false;
            }
        }, tally);
    }

    private void after(int seconds) {
        clock.set(at(seconds));
    }

    private static Operation.Scale scale(Optional<Range> range) {
        return new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(9), range);
    }

    @Test
    void aScaleIsReadBackFromItsService() {
        account.service(Fleet.service(9, 9));

        ended(look(taken(begun(scale(Optional.empty())))), at(5), Result.WORKED, "proof.scale.worked", 9, 9);
        assertThat(account.asked()).containsExactly("services [tiketi-backend-service]");
    }

    @Test
    void aRangeIsReadBackBesideIt() {
        account.service(Fleet.service(9, 9));
        account.range(Fleet.range(2, 12));
        JournalEntry entry = taken(taken(begun(scale(Optional.of(new Range(2, 12))), before(), 2)));

        ended(look(entry), at(5), Result.WORKED, "proof.scale.worked", 9, 9);
        account.range(Fleet.range(2, 10));
        after(61);
        ended(look(entry), at(61), Result.FAILED, "proof.scale.range", Phrase.of("operation.range.ends", 2, 12),
                Phrase.of("operation.range.ends", 2, 10));
        account.rangeFails(Failure.absent());
        ended(look(entry), at(61), Result.FAILED, "proof.scale.range", Phrase.of("operation.range.ends", 2, 12),
                Phrase.of("proof.scale.noRange"));
    }

    @Test
    void aRangeThatCannotBeReadIsNoOtherRange() {
        account.service(Fleet.service(9, 9));
        account.rangeFails(DENIED);
        JournalEntry entry = taken(taken(begun(scale(Optional.of(new Range(2, 12))), before(), 2)));

        after(600);
        going(look(entry), "proof.unread", DENIED.sentence());
        after(601);
        account.rangeFails(DENIED);
        ended(look(entry), at(601), Result.NOT_KNOWN, "proof.unreadable", DENIED.sentence());
    }

    @Test
    void whatCannotBeReadIsTriedAgainUntilNobodyWaitsAnyLonger() {
        after(600);
        account.serviceFails(DENIED);
        going(look(taken(begun(scale(Optional.empty())))), "proof.unread", DENIED.sentence());
        after(601);
        account.serviceFails(DENIED);
        ended(look(taken(begun(scale(Optional.empty())))), at(601), Result.NOT_KNOWN, "proof.unreadable",
                DENIED.sentence());
    }

    @Test
    void aRolloutIsReadBackFromItsServiceAndItsServiceDeployments() {
        JournalEntry force = taken(begun(new Operation.ForceDeployment(TIKETI, SERVICE)), "ecs-svc/89");
        account.service(Fleet.with(Fleet.service(5, 5),
                Fleet.deployment(89, "PRIMARY", 5, 3, "IN_PROGRESS", at(1))));
        account.deployments(Fleet.breaking(Fleet.rollout(89, "IN_PROGRESS", at(1)), 1, 3));

        going(look(force), "proof.rollout.going", "backend:89", 3, 5, Phrase.of("proof.rollout.breaker", 1, 3));
        account.deploymentsFail(DENIED);
        going(look(force), "proof.rollout.going", "backend:89", 3, 5, Phrase.of("proof.rollout.noFailures"));
        going(look(taken(begun(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(89))), "ecs-svc/89")),
                "proof.rollout.going", "backend:89", 3, 5, Phrase.of("proof.rollout.noFailures"));
    }

    @Test
    void weightsAreReadBackByThemselvesUnlessTasksMove() {
        account.service(Fleet.with(Fleet.service(5, 5), Fleet.SPOT_70));

        ended(look(taken(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, false)))), at(5),
                Result.WORKED, "proof.spot.worked", 5);
        going(look(taken(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, true)), "ecs-svc/89")),
                "proof.waiting");
    }

    @Test
    void weightsThatMoveTasksAreReadBackBesideTheirDeployment() {
        account.service(Fleet.with(Fleet.with(Fleet.service(5, 5), Fleet.SPOT_70),
                Fleet.forced("ecs-svc/89", "PRIMARY", 5, "COMPLETED", at(1))));

        ended(look(taken(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, true)), "ecs-svc/89")), at(5),
                Result.WORKED, "list.sentences", Phrase.of("proof.rollout.worked", "backend:88", 5, 5),
                Phrase.of("proof.spot.inForce"));
    }

    @Test
    void whatThisConsoleDidSinceIsToldOfEveryChangeOfAService() {
        account.service(Fleet.with(Fleet.service(7, 7), Fleet.ON_DEMAND));
        account.range(Fleet.range(2, 10));
        journal.add(begunAt(taken(begun(Entries.scale(7))), at(3)));
        journal.add(begunAt(taken(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.ON_DEMAND, false))), at(4)));

        for (Operation one : List.of(scale(Optional.empty()), scale(Optional.of(new Range(2, 10))))) {
            ended(look(taken(begun(one))), at(5), Result.CANCELLED, "proof.superseded", new When(at(3), at(5)),
                    Phrase.of("proof.superseded.count", 7));
        }
        ended(look(taken(begun(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, false)))), at(5),
                Result.CANCELLED, "proof.superseded", new When(at(4), at(5)), Phrase.of("proof.superseded.weights"));
    }

    @Test
    void aTaskIsReadBackBesideItsService() {
        account.tasks(Fleet.task("a", "STOPPED", "STOPPED"));

        ended(look(taken(begun(new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn())))), at(5),
                Result.WORKED, "proof.task.worked", "a", 5, 5);
        assertThat(account.asked()).containsExactly("services [tiketi-backend-service]", "tasks");
    }

    @Test
    void aStoppedDeploymentIsReadBackFromServiceDeployments() {
        account.deployments(Fleet.rollout(88, "ROLLBACK_SUCCESSFUL", at(0)));
        JournalEntry entry = taken(begun(new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:88")));

        ended(look(entry), at(5), Result.WORKED, "proof.stop.worked",
                Phrase.of("list.sentences", Phrase.of("proof.rollout.rolledBack"), "told ROLLBACK_SUCCESSFUL"));
        assertThat(account.asked()).as("the service itself tells no more").containsExactly("deployments");
        account.deployments(Fleet.rollout(88, "ROLLBACK_IN_PROGRESS", at(0)));
        account.service(Fleet.with(Fleet.service(5, 5), Fleet.deployment(87, "PRIMARY", 5, 3, "IN_PROGRESS")));
        going(look(entry), "proof.stop.rollsBack", "backend:87", 3, 5);
        account.deploymentsFail(DENIED);
        going(look(entry), "proof.unread", DENIED.sentence());
    }

    @Test
    void aPurgeAndACancelAreReadBackFromTheirQueue() {
        account.queue(Dead.queue("dlq", 4));
        account.redrives(Dead.task("CANCELLED", 12, 27, NOON));

        going(look(taken(begun(new Operation.Purge(TIKETI, "dlq"), Baseline.ofMessages(27, Map.of()), 1))),
                "proof.purge.going", 4L);
        ended(look(taken(begun(new Operation.CancelRedrive(TIKETI, "dlq", "handle"), Baseline.none(), 1))), at(5),
                Result.WORKED, "proof.cancel.worked", 12L);
    }

    @Test
    void newJobsAreReadBackByTheirIds() {
        JournalEntry entry = taken(begun(new Operation.Resubmit(TIKETI, "jobs", List.of("a")), Baseline.none(), 1),
                "new");
        account.batch(new BatchQueueState("jobs", new Health("ENABLED", "VALID", ""), Map.of(), Set.of(),
                List.of(new FailedJob("a", "old", NOON, "exit 1"))));

        going(look(entry), "proof.jobs.going", 1);
        account.batch(new BatchQueueState("jobs", new Health("ENABLED", "VALID", ""), Map.of(), Set.of(),
                List.of(new FailedJob("new", "again", at(4), "exit 1"))));
        ended(look(entry), at(5), Result.FAILED, "proof.jobs.failed", 1, 1, "exit 1");
    }

    @Test
    void aSubmissionWhoseAnswerWasLostIsLookedForByItsName() {
        account.batch(new BatchQueueState("jobs", new Health("ENABLED", "VALID", ""), Map.of(), Set.of(), List.of()));
        account.submitted(new Submitted("new", at(1)));
        JournalEntry entry = lost(begun(new Operation.Resubmit(TIKETI, "jobs", List.of("a")), Baseline.none(), 1));
        after(120);

        ended(look(entry), at(120), Result.WORKED, "proof.jobs.workedUnsure", 1, "new");
        assertThat(account.asked()).contains("submitted jobs a " + at(-120));
        account.submitted();
        ended(look(entry), at(120), Result.NOT_DONE, "proof.jobs.notDone");
    }

    @Test
    void anAccountThatReadsNoBatchCannotTell() {
        account.withoutOptionalPorts();

        ended(look(taken(begun(new Operation.Resubmit(TIKETI, "jobs", List.of("a")), Baseline.none(), 1), "new")),
                at(5), Result.NOT_KNOWN, "proof.unreadable", Failure.notKept().sentence());
    }

    // Redrives.

    private static JournalEntry redrive(Map<String, Integer> hashes) {
        return taken(begun(new Operation.Redrive(TIKETI, "dlq", OptionalInt.empty(), OptionalInt.of(5)),
                Baseline.ofMessages(27, hashes), 1));
    }

    @Test
    void aRedriveIsWatchedAsLongAsItsSlowestSourceNeeds() {
        account.queue(Dead.queue("dlq", 0));
        account.sources("jobs", "mails");
        account.queue(Dead.source("jobs", 3, "dlq"));
        account.queue(Dead.queue("mails", 0));
        account.redrives(Dead.task("COMPLETED", 27, 27, at(1)));

        going(look(redrive(Map.of())), "proof.redrive.completed", 27L, 0L, new When(at(5 + 2700 + 60), at(5)));
        assertThat(looked).isEmpty();
    }

    @Test
    void sourcesThatHoldNothingEndTheWaiting() {
        account.queue(Dead.queue("dlq", 0));
        account.sources("jobs");
        account.queue(Dead.source("jobs", 1, "dlq"));
        account.redrives(Dead.task("COMPLETED", 27, 27, at(1)));
        JournalEntry seen = redrive(Map.of()).remarked(new JournalEntry.Remark(at(5),
                Phrase.of(RedriveProof.COMPLETED)));
        after(66);

        going(look(seen), "proof.redrive.completed", 27L, 0L, new When(at(5 + 2700 + 60), at(66)));
        account.queue(Dead.source("jobs", 0, "dlq"));
        going(look(seen), "proof.redrive.completed", 27L, 0L, new When(at(5 + 2700 + 60), at(66)));
        after(127);
        ended(look(seen), at(127), Result.WORKED, "proof.redrive.worked", 27L, 27L, 0L, 0L, 0L,
                Phrase.of("proof.redrive.besides", Phrase.of("proof.redrive.byCounts"),
                        Phrase.of("proof.redrive.noneLeft")));
    }

    @Test
    void bodiesAreComparedFromTheMomentAtWhichSqsBegan() {
        account.queue(Dead.queue("dlq", 2));
        account.redrives(Dead.task("COMPLETED", 2, 2, at(10)));
        marks = new Marks(List.of(new LetterMark("1", "a", at(9)), new LetterMark("2", "b", at(11))), true);
        JournalEntry seen = taken(begun(new Operation.Redrive(TIKETI, "dlq", OptionalInt.empty(), OptionalInt.empty()),
                Baseline.ofMessages(2, Map.of("a", 1, "b", 1)), 1)).remarked(new JournalEntry.Remark(at(20),
                        Phrase.of(RedriveProof.COMPLETED)));
        after(81);

        ended(look(seen), at(81), Result.PARTLY, "proof.redrive.cameBack", 2L, 2L, 1L, 1L, -1L,
                Phrase.of("proof.redrive.byBodies", 2L, 0L, new When(at(10), at(81))));
        assertThat(looked).containsExactly("dlq");
    }

    @Test
    void whatCameBackBeforeSomebodyElsesRedriveIsBackToo() {
        account.queue(Dead.queue("dlq", 1));
        account.redrives(Dead.task("RUNNING", 1, 1, at(70)), Dead.task("COMPLETED", 1, 1, at(10)));
        marks = new Marks(List.of(new LetterMark("1", "a", at(60))), true);
        JournalEntry seen = taken(begun(new Operation.Redrive(TIKETI, "dlq", OptionalInt.empty(), OptionalInt.empty()),
                Baseline.ofMessages(1, Map.of("a", 1)), 1)).remarked(new JournalEntry.Remark(at(20),
                        Phrase.of(RedriveProof.COMPLETED)));
        after(81);

        ended(look(seen), at(81), Result.FAILED, "proof.redrive.cameBack", 1L, 1L, 1L, 0L, 0L,
                Phrase.of("proof.redrive.byBodies", 1L, 0L, new When(at(10), at(81))));
    }

    @Test
    void redrivesThatCannotBeReadAreTriedAgain() {
        account.queue(Dead.queue("dlq", 0));
        account.redrivesFail(DENIED);

        going(look(redrive(Map.of())), "proof.unread", DENIED.sentence());
    }
}
