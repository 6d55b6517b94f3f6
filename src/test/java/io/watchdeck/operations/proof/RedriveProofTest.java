package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.remarked;
import static io.watchdeck.operations.proof.Told.counted;
import static io.watchdeck.operations.proof.Told.crashed;
import static io.watchdeck.operations.proof.Told.ended;
import static io.watchdeck.operations.proof.Told.going;
import static io.watchdeck.operations.proof.Told.lost;
import static io.watchdeck.operations.proof.Told.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Spoken;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.proof.RedriveProof.Readings;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 27 dead letters were there at noon; what fails again is back after 45 minutes; five that come back end it.
class RedriveProofTest {

    private static final Duration WAY_BACK = Duration.ofMinutes(45);
    private static final Phrase BY_COUNTS = Phrase.of("proof.redrive.byCounts");
    private static final Instant SEEN = at(100);
    private static final Instant UNTIL = SEEN.plus(WAY_BACK).plusSeconds(60);

    private final JournalEntry byCounts = taken(redrive(OptionalInt.of(5), Map.of()));
    private final JournalEntry byBodies = taken(redrive(OptionalInt.of(5), Map.of("a", 20, "b", 7)));
    private final List<Instant> looks = new ArrayList<>();
    private final List<OptionalInt> enough = new ArrayList<>();
    private Looked found = new Looked(true, 0, 0, 0);
    private boolean drained;

    private static JournalEntry redrive(OptionalInt bounces, Map<String, Integer> hashes) {
        return begun(new Operation.Redrive(TIKETI, "dlq", OptionalInt.of(10), bounces),
                Baseline.ofMessages(27, hashes), 1);
    }

    private static RedriveTask task(String status, long moved, Instant begun) {
        return new RedriveTask(Optional.of("handle"), status, "arn:dlq", Optional.empty(), OptionalInt.empty(), moved,
                OptionalLong.of(27), status.equals("FAILED") ? "AccessDenied" : "", begun);
    }

    /// Without a handle, as SQS tells of what has ended.
    private static RedriveTask told(String status, long moved, Instant begun) {
        return new RedriveTask(Optional.empty(), status, "arn:dlq", Optional.empty(), OptionalInt.empty(), moved,
                OptionalLong.of(27), "", begun);
    }

    private static RedriveTask task(String status, long moved) {
        return task(status, moved, at(1));
    }

    private Finding look(JournalEntry entry, Instant now, long inQueue, RedriveTask... tasks) {
        var queue = new QueueState("dlq", "arn:dlq", inQueue, 0, 0, Duration.ofDays(14), Duration.ofSeconds(30), false,
                Optional.empty());
        return new RedriveProof(entry, (Operation.Redrive) entry.operation(),
                new Readings(List.of(tasks), queue, Optional.of(WAY_BACK), drained, (since, until) -> {
                    looks.add(since);
                    enough.add(until);
                    return found;
                }), now).judge();
    }

    // While it runs.

    @Test
    void tellsHowFarItIs() {
        Finding running = look(byCounts, at(30), 15, task("RUNNING", 12));

        going(running, "proof.redrive.going", 12L, 27L, 0L, "RUNNING");
        counted(running, 12, 27);
        assertThat(((Finding.Going) running).back()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLING", "SOMETHING_NEW"})
    void anotherStatusIsNamed(String status) {
        going(look(byCounts, at(30), 25, task(status, 12)), "proof.redrive.status", 12L, 27L, 10L, status);
    }

    @Test
    void whatIsHiddenByALookIsThere() {
        var queue = new QueueState("dlq", "arn:dlq", 4, 6, 5, Duration.ofDays(14), Duration.ofSeconds(30), false,
                Optional.empty());
        going(new RedriveProof(byCounts, (Operation.Redrive) byCounts.operation(), new Readings(
                List.of(task("RUNNING", 12)), queue, Optional.empty(), false, (_, _) -> found), at(30)).judge(),
                "proof.redrive.going", 12L, 27L, 0L, "RUNNING");
    }

    @Test
    void messagesThatComeBackEndIt() {
        going(look(byCounts, at(30), 19, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 4L, "RUNNING");
        Finding stop = look(byCounts, at(30), 20, task("RUNNING", 12));

        assertThat(stop).isEqualTo(new Finding.Stop(Phrase.of("proof.redrive.bounces", 5L, 5)));
        Spoken.fits(((Finding.Stop) stop).why());
        assertThat(looks).as("nobody has looked before, so that a look would tell nothing").isEmpty();
    }

    @Test
    void whereTheBodiesAreKnownTheyMustBeTheSame() {
        found = new Looked(true, 4, 15, 1);
        going(look(byBodies, at(30), 20, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 5L, "RUNNING");
        found = new Looked(true, 5, 15, 0);
        assertThat(look(byBodies, at(30), 20, task("RUNNING", 12)))
                .isEqualTo(new Finding.Stop(Phrase.of("proof.redrive.bounces", 5L, 5)));
        assertThat(looks).as("by the moment at which SQS began").containsExactly(at(1), at(1));
        assertThat(enough).as("not at all of them").containsOnly(OptionalInt.of(5));
    }

    @Test
    void nobodyLooksAnyMoreOnceItIsToBeCancelled() {
        JournalEntry asked = byBodies.sending(new Step.CancelRedrive("handle").request());

        going(look(asked, at(30), 20, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 5L, "RUNNING");
        assertThat(looks).isEmpty();
    }

    @Test
    void noMessageIsLookedAtBeforeSomethingSeemsToBeBack() {
        look(byBodies, at(30), 15, task("RUNNING", 12));

        assertThat(looks).isEmpty();
    }

    @Test
    void withoutALimitNothingEndsIt() {
        going(look(taken(redrive(OptionalInt.empty(), Map.of())), at(30), 27, task("RUNNING", 27)),
                "proof.redrive.going", 27L, 27L, 27L, "RUNNING");
    }

    @Test
    void oneThatIsBeingCancelledIsNotEndedAgain() {
        going(look(byCounts, at(30), 20, task("CANCELLING", 12)), "proof.redrive.status", 12L, 27L, 5L, "CANCELLING");
    }

    // Its end.

    @Test
    void aFailureIsToldInTheWordsOfSqs() {
        ended(look(byCounts, at(30), 15, task("FAILED", 12)), at(30), Result.FAILED, "proof.redrive.failed", 12L, 27L,
                0L, 15L, 0L, Phrase.of("proof.told", "AccessDenied"));
    }

    @Test
    void aCancelledOneTellsWhatIsWhere() {
        ended(look(byCounts, at(30), 17, task("CANCELLED", 12)), at(30), Result.CANCELLED, "proof.redrive.cancelled",
                12L, 27L, 2L, 15L, 0L, BY_COUNTS);
    }

    @Test
    void aCompletedOneIsWatchedUntilWhatFailsIsBack() {
        going(look(byCounts, SEEN, 0, task("COMPLETED", 27)), "proof.redrive.completed", 27L, 0L,
                new When(UNTIL, SEEN));
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.COMPLETED, 27L, 0L, new When(UNTIL, SEEN));
        Instant last = UNTIL.minusSeconds(1);

        going(look(seen, last, 3, task("COMPLETED", 27)), "proof.redrive.completed", 27L, 3L, new When(UNTIL, last));
        ended(look(seen, UNTIL, 0, task("COMPLETED", 27)), UNTIL, Result.WORKED, "proof.redrive.worked", 27L, 27L, 0L,
                0L, 0L, BY_COUNTS);
    }

    @Test
    void itIsNotWatchedLongerThanItsSourcesHoldSomething() {
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.COMPLETED, 27L, 0L, new When(UNTIL, SEEN));
        drained = true;

        going(look(seen, SEEN.plusSeconds(60), 0, task("COMPLETED", 27)), "proof.redrive.completed", 27L, 0L,
                new When(UNTIL, SEEN.plusSeconds(60)));
        Instant settled = SEEN.plusSeconds(61);
        ended(look(seen, settled, 0, task("COMPLETED", 27)), settled, Result.WORKED, "proof.redrive.worked", 27L, 27L,
                0L, 0L, 0L, BY_COUNTS);
    }

    @Test
    void theMomentAtWhichItWasFirstSeenCompletedCounts() {
        JournalEntry seen = remarked(remarked(remarked(byCounts, 50, "proof.redrive.going", 1L, 27L, 0L, "RUNNING"),
                100, RedriveProof.COMPLETED), 2000, RedriveProof.COMPLETED);

        ended(look(seen, UNTIL, 0, task("COMPLETED", 27)), UNTIL, Result.WORKED, "proof.redrive.worked", 27L, 27L, 0L,
                0L, 0L, BY_COUNTS);
    }

    @Test
    void whereSomeCameBackItIsDoneInPart() {
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.COMPLETED);

        ended(look(seen, UNTIL, 3, task("COMPLETED", 27)), UNTIL, Result.PARTLY, "proof.redrive.cameBack", 27L, 27L,
                3L, 0L, 0L, BY_COUNTS);
    }

    @Test
    void whereAllCameBackItIsAFailure() {
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.COMPLETED);

        ended(look(seen, UNTIL, 27, task("COMPLETED", 27)), UNTIL, Result.FAILED, "proof.redrive.cameBack", 27L, 27L,
                27L, 0L, 0L, BY_COUNTS);
    }

    @Test
    void whatWasNotMovedIsAPart() {
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.COMPLETED);

        ended(look(seen, UNTIL, 2, task("COMPLETED", 25)), UNTIL, Result.PARTLY, "proof.redrive.remaining", 25L, 27L,
                0L, 2L, 0L, BY_COUNTS);
    }

    @Test
    void whatIsNeitherMovedNorThereIsUnaccounted() {
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.COMPLETED);

        ended(look(seen, UNTIL, 0, task("COMPLETED", 20)), UNTIL, Result.WORKED, "proof.redrive.worked", 20L, 27L, 0L,
                0L, 7L, BY_COUNTS);
    }

    @Test
    void bodiesThatWereKnownBeforeMakeItExact() {
        JournalEntry seen = remarked(byBodies, 100, RedriveProof.COMPLETED);
        Phrase checked = Phrase.of("proof.redrive.byBodies", 27L, 4L, new When(at(1), UNTIL));
        found = new Looked(true, 3, 0, 4);

        ended(look(seen, UNTIL, 7, task("COMPLETED", 27)), UNTIL, Result.PARTLY, "proof.redrive.cameBack", 27L, 27L,
                3L, 0L, 0L, checked);
        found = new Looked(true, 0, 2, 4);
        ended(look(seen, UNTIL, 6, task("COMPLETED", 25)), UNTIL, Result.PARTLY, "proof.redrive.remaining", 25L, 27L,
                0L, 2L, 0L, checked);
        found = new Looked(true, 0, 0, 4);
        ended(look(seen, UNTIL, 4, task("COMPLETED", 27)), UNTIL, Result.WORKED, "proof.redrive.worked", 27L, 27L, 0L,
                0L, 0L, checked);
    }

    @Test
    void aLookThatWasNotCompleteIsNoProof() {
        JournalEntry seen = remarked(byBodies, 100, RedriveProof.COMPLETED);
        found = new Looked(false, 0, 0, 4);

        ended(look(seen, UNTIL, 3, task("COMPLETED", 27)), UNTIL, Result.PARTLY, "proof.redrive.cameBack", 27L, 27L,
                3L, 0L, 0L, BY_COUNTS);
    }

    // Which task is ours.

    @Test
    void tasksOfBeforeAreNotOurs() {
        going(look(byCounts, at(30), 27, task("COMPLETED", 500, NOON.minusSeconds(121))), "proof.readingBack");
    }

    @Test
    void theOneThatBeganNearestToTheRequestIsOurs() {
        going(look(byCounts, at(90), 15, task("COMPLETED", 3, at(60)), task("RUNNING", 12, at(1)),
                task("CANCELLED", 5, NOON.minusSeconds(40)), task("COMPLETED", 500, NOON.minusSeconds(121))),
                "proof.redrive.going", 12L, 27L, 0L, "RUNNING");
    }

    @Test
    void theOneOfTheAnswersHandleIsOurs() {
        JournalEntry answered = taken(redrive(OptionalInt.of(5), Map.of()), "handle");

        going(look(answered, at(90), 15, task("RUNNING", 12, at(61)), told("CANCELLED", 5, at(1))),
                "proof.redrive.going", 12L, 27L, 0L, "RUNNING");
    }

    @Test
    void oneThatBeganLongBeforeTheRequestIsNotOurs() {
        going(look(byCounts, at(30), 27, task("COMPLETED", 500, NOON.minusSeconds(121))), "proof.readingBack");
    }

    // Where SQS tells of none.

    @Test
    void aTaskThatDoesNotShowYetIsWaitedFor() {
        going(look(byCounts, at(60), 27), "proof.readingBack");
    }

    @Test
    void withoutAnAnswerAndWithAllStillThereItWasNotDone() {
        JournalEntry begun = redrive(OptionalInt.of(5), Map.of());

        for (JournalEntry unsure : List.of(lost(begun), crashed(begun))) {
            going(look(unsure, at(60), 27), "proof.readingBack");
            ended(look(unsure, at(61), 27), at(61), Result.NOT_DONE, "proof.redrive.notDone", 27L);
            ended(look(unsure, at(61), 20), at(61), Result.NOT_KNOWN, "proof.redrive.untold", 7L, 27L, 0L, 20L, 0L,
                    BY_COUNTS);
        }
    }

    @Test
    void whereSqsForgetsWhatIsOverTheQueueTells() {
        ended(look(byCounts, at(61), 0), at(61), Result.WORKED, "proof.redrive.worked", 27L, 27L, 0L, 0L, 0L,
                BY_COUNTS);
        ended(look(byCounts, at(61), 27), at(61), Result.NOT_KNOWN, "proof.redrive.untold", 0L, 27L, 0L, 27L, 0L,
                BY_COUNTS);
    }
}
