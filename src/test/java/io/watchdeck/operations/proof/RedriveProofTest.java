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

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
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
    private final Tally tally = new Tally();
    private boolean drained;
    private Optional<Duration> back = Optional.of(WAY_BACK);

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
                new Readings(List.of(tasks), queue, back, drained, false, (since, until) -> {
                    looks.add(since);
                    enough.add(until);
                    return found;
                }, tally), now).judge();
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
                List.of(task("RUNNING", 12)), queue, Optional.empty(), false, false, (_, _) -> found, tally), at(30))
                .judge(),
                "proof.redrive.going", 12L, 27L, 0L, "RUNNING");
    }

    private static Finding.Stop stop(long back, long moved, long counted) {
        return new Finding.Stop(Phrase.of("proof.redrive.bounces", back, 5), Optional.of("handle"),
                new Finding.Going(Phrase.of("proof.redrive.going", moved, 27L, counted, "RUNNING"),
                        OptionalLong.of(moved), OptionalLong.of(27), OptionalLong.of(counted)));
    }

    @Test
    void messagesThatComeBackEndItOnceCountsCannotLagAnyLonger() {
        look(byCounts, at(30), 19, task("RUNNING", 12));
        going(look(byCounts, at(89), 20, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 5L, "RUNNING");
        Finding stop = look(byCounts, at(90), 20, task("RUNNING", 12));

        assertThat(stop).isEqualTo(stop(5, 12, 5));
        Spoken.fits(((Finding.Stop) stop).why());
        assertThat(looks).as("nobody has looked before, so that a look would tell nothing").isEmpty();
    }

    /// SQS's count of the queue is that of a minute ago, while one message a second is moved.
    @Test
    void countsThatAreBehindEndNothingHoweverLongTheyAre() {
        for (int second = 0; second <= 27; second++) {
            going(look(byCounts, at(10 * second), Math.min(27, 27 - second + 6),
                    task("RUNNING", second)), "proof.redrive.going", (long) second, 27L, (long) Math.min(second, 6),
                    "RUNNING");
        }
    }

    @Test
    void whereNobodyHasCountedForAMinuteNothingEndsIt() {
        going(look(byCounts, at(3000), 20, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 5L, "RUNNING");
        going(look(byCounts, at(3059), 20, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 5L, "RUNNING");
        assertThat(look(byCounts, at(3060), 20, task("RUNNING", 12))).isInstanceOf(Finding.Stop.class);
    }

    @Test
    void whereTheBodiesAreKnownTheyMustBeTheSame() {
        found = new Looked(true, 4, 15, 1);
        going(look(byBodies, at(30), 20, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 5L, "RUNNING");
        going(look(byBodies, at(90), 20, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 5L, "RUNNING");
        found = new Looked(true, 5, 15, 0);
        assertThat(look(byBodies, at(95), 20, task("RUNNING", 12))).isEqualTo(stop(5, 12, 5));
        assertThat(looks).as("by the moment at which SQS began").containsExactly(at(1), at(1), at(1));
        assertThat(enough).as("not at all of them").containsOnly(OptionalInt.of(5));
    }

    @Test
    void bodiesThatAreSeenAgainNeedNoMinute() {
        found = new Looked(true, 5, 15, 0);

        assertThat(look(byBodies, at(5), 20, task("RUNNING", 12))).isEqualTo(stop(5, 12, 5));
    }

    @Test
    void whereOnlySomeBodiesAreKeptEitherIsEnough() {
        var part = new Baseline(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                OptionalLong.of(27), Map.of("a", 20), 7, List.of());
        JournalEntry entry = byBodies.with(part);
        going(look(entry, at(5), 20, task("RUNNING", 12)), "proof.redrive.going", 12L, 27L, 5L, "RUNNING");
        found = new Looked(true, 5, 15, 0);
        assertThat(look(entry, at(10), 20, task("RUNNING", 12))).isInstanceOf(Finding.Stop.class);
        found = new Looked(true, 0, 15, 0);
        assertThat(look(entry, at(65), 20, task("RUNNING", 12))).isInstanceOf(Finding.Stop.class);
        ended(look(remarked(entry, 100, RedriveProof.COMPLETED), UNTIL, 3, task("COMPLETED", 27)), UNTIL,
                Result.PARTLY, "proof.redrive.cameBack", 27L, 27L, 3L, 0L, 0L,
                Phrase.of("proof.redrive.byCountsBounded", 20L, 7L));
    }

    // Its cancelling.

    private static final Failure THROTTLED = Failure.denied("sqs:CancelMessageMoveTask");

    private static JournalEntry intended(JournalEntry entry) {
        return remarked(entry, 20, AutoCancel.INTENDED, 5L, 5);
    }

    private static JournalEntry cancel(JournalEntry entry, Sent answer) {
        JournalEntry asked = entry.sending(new Step.CancelRedrive("handle").request());
        return asked.answered(asked.sendings().size() - 1, answer);
    }

    private static Phrase so(long moved, long back) {
        return Phrase.of("proof.redrive.going", moved, 27L, back, "RUNNING");
    }

    @Test
    void whatIsToBeCancelledIsAskedForWhateverIsCountedSince() {
        assertThat(look(intended(byCounts), at(30), 15, task("RUNNING", 12))).isEqualTo(stop(0, 12, 0));
    }

    @Test
    void aCancelThatSqsRefusedIsAskedForAtTheNextLookAndAfterFiveMoreSeldom() {
        JournalEntry entry = intended(byCounts);
        for (int tries = 1; tries < 5; tries++) {
            entry = cancel(entry, new Sent.Refused(THROTTLED, at(20 + tries)));
            assertThat(look(entry, at(20 + tries), 20, task("RUNNING", 12))).isInstanceOf(Finding.Stop.class);
        }
        entry = cancel(entry, new Sent.Refused(THROTTLED, at(30)));
        going(look(entry, at(30 + 599), 20, task("RUNNING", 12)), "proof.redrive.askRefused", so(12, 5),
                THROTTLED.sentence());
        assertThat(look(entry, at(30 + 600), 20, task("RUNNING", 12))).isInstanceOf(Finding.Stop.class);
    }

    @Test
    void aCancelThatWasTakenOrLostIsNotSentAgainAndTold() {
        going(look(cancel(intended(byCounts), Sent.taken(at(21))), at(900), 20, task("RUNNING", 12)),
                "proof.redrive.asked", so(12, 5));
        going(look(cancel(intended(byCounts), new Sent.Lost(THROTTLED, at(21))), at(900), 20, task("RUNNING", 12)),
                "proof.redrive.askLost", so(12, 5));
        going(look(intended(byCounts).sending(new Step.CancelRedrive("handle").request()), at(900), 20,
                task("RUNNING", 12)), "proof.redrive.askLost", so(12, 5));
    }

    @Test
    void theVerdictSaysWhatBecameOfTheCancel() {
        JournalEntry refused = cancel(intended(byCounts), new Sent.Refused(THROTTLED, at(21)));
        cancelled(cancel(refused, Sent.taken(at(22))), Phrase.of("proof.redrive.wasTaken"));
        cancelled(cancel(intended(byCounts), new Sent.Lost(THROTTLED, at(21))), Phrase.of("proof.redrive.wasLost"));
        cancelled(refused, Phrase.of("proof.redrive.wasRefused", THROTTLED.sentence()));
        cancelled(intended(byCounts), Phrase.of("proof.redrive.wasUnasked"));

        completed(cancel(refused, Sent.taken(at(22))), Phrase.of("proof.redrive.notCancelledTaken"));
        completed(cancel(intended(byCounts), new Sent.Lost(THROTTLED, at(21))),
                Phrase.of("proof.redrive.notCancelledLost"));
        completed(refused, Phrase.of("proof.redrive.notCancelledRefused", THROTTLED.sentence()));
        completed(intended(byCounts), Phrase.of("proof.redrive.notCancelledUnasked"));
    }

    private void cancelled(JournalEntry entry, Phrase came) {
        ended(look(remarked(entry, 100, RedriveProof.STOPPED), UNTIL, 17, task("CANCELLED", 12)), UNTIL,
                Result.CANCELLED, "proof.redrive.cancelled", 12L, 27L, 2L, 15L, 0L,
                Phrase.of("proof.redrive.besides", BY_COUNTS, came));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "FAILED"})
    void whatEndsBeforeAllIsMovedIsWatchedUntilWhatFailsAgainIsBack(String status) {
        going(look(byCounts, at(100), 15, task(status, 12)), RedriveProof.STOPPED, 12L, 0L, new When(UNTIL, at(100)),
                15L);
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.STOPPED);
        going(look(seen, UNTIL.minusSeconds(1), 17, task(status, 12)), RedriveProof.STOPPED, 12L, 2L,
                new When(UNTIL, UNTIL.minusSeconds(1)), 15L);

        assertThat(look(seen, UNTIL, 18, task(status, 12))).isInstanceOfSatisfying(Finding.Ended.class,
                ended -> assertThat(ended.verdict().sentence().arguments()).startsWith(12L, 27L, 3L, 15L, 0L));
    }

    private void completed(JournalEntry entry, Phrase came) {
        ended(look(remarked(entry, 100, RedriveProof.COMPLETED), UNTIL, 6, task("COMPLETED", 27)), UNTIL,
                Result.PARTLY, "proof.redrive.cameBack", 27L, 27L, 6L, 0L, 0L,
                Phrase.of("proof.redrive.besides", BY_COUNTS, came));
    }

    // Where nobody counted before.

    private final JournalEntry uncounted =
            taken(begun(new Operation.Redrive(TIKETI, "dlq", OptionalInt.of(10), OptionalInt.of(5)), Baseline.none(),
                    1));

    private static RedriveTask uncounted(String status) {
        return new RedriveTask(Optional.of("handle"), status, "arn:dlq", Optional.empty(), OptionalInt.empty(), 12,
                OptionalLong.empty(), status.equals("FAILED") ? "AccessDenied" : "", at(1));
    }

    @Test
    void whatNobodyCountedIsNotTakenForNothing() {
        for (int second : List.of(30, 90, 150)) {
            Finding running = look(uncounted, at(second), 20, uncounted("RUNNING"));
            going(running, "proof.redrive.goingUncounted", 12L, "RUNNING");
            assertThat(((Finding.Going) running).total()).isEmpty();
            assertThat(((Finding.Going) running).back()).isEmpty();
        }
        ended(look(uncounted, at(30), 0, uncounted("COMPLETED")), at(30), Result.NOT_KNOWN, "proof.redrive.uncounted",
                12L, 0L);
        ended(look(uncounted, at(30), 20, uncounted("CANCELLED")), at(30), Result.CANCELLED,
                "proof.redrive.cancelledUncounted", 12L);
        ended(look(uncounted, at(30), 20, uncounted("FAILED")), at(30), Result.FAILED,
                "proof.redrive.failedUncounted", 12L, Phrase.of("proof.told", "AccessDenied"));
        ended(look(uncounted, at(61), 0), at(61), Result.NOT_KNOWN, "proof.redrive.untoldUncounted", 0L);
        ended(look(lost(begun(uncounted.operation(), Baseline.none(), 1)), at(61), 5), at(61), Result.NOT_KNOWN,
                "proof.redrive.untoldUncounted", 5L);
    }

    @Test
    void nobodyLooksAnyMoreOnceItIsToBeCancelled() {
        JournalEntry asked = byBodies.sending(new Step.CancelRedrive("handle").request());

        going(look(asked, at(30), 20, task("RUNNING", 12)), "proof.redrive.askLost", so(12, 5));
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
        ended(look(remarked(byCounts, 100, RedriveProof.STOPPED), UNTIL, 15, task("FAILED", 12)), UNTIL, Result.FAILED,
                "proof.redrive.failed", 12L, 27L, 0L, 15L, 0L,
                Phrase.of("proof.redrive.besides", BY_COUNTS, Phrase.of("proof.told", "AccessDenied")));
    }

    @Test
    void aCancelledOneTellsWhatIsWhere() {
        ended(look(remarked(byCounts, 100, RedriveProof.STOPPED), UNTIL, 17, task("CANCELLED", 12)), UNTIL,
                Result.CANCELLED, "proof.redrive.cancelled", 12L, 27L, 2L, 15L, 0L, BY_COUNTS);
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
    void itIsNotWatchedLongerThanItsSourcesHoldSomethingAndCountsMayBeBehind() {
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.COMPLETED, 27L, 0L, new When(UNTIL, SEEN));
        Instant first = SEEN.plusSeconds(300);
        Instant late = first.plusSeconds(60);
        Instant settled = first.plusSeconds(61);
        drained = true;

        going(look(seen, first, 0, task("COMPLETED", 27)), "proof.redrive.completed", 27L, 0L,
                new When(UNTIL, first));
        going(look(seen, late, 3, task("COMPLETED", 27)), "proof.redrive.completed", 27L, 3L, new When(UNTIL, late));
        ended(look(seen, settled, 3, task("COMPLETED", 27)), settled, Result.PARTLY, "proof.redrive.cameBack", 27L,
                27L, 3L, 0L, 0L, Phrase.of("proof.redrive.besides", BY_COUNTS, Phrase.of("proof.redrive.noneLeft")));
        ended(look(seen, UNTIL, 0, task("COMPLETED", 27)), UNTIL, Result.WORKED, "proof.redrive.worked", 27L, 27L, 0L,
                0L, 0L, BY_COUNTS);
    }

    @Test
    void sourcesThatAreEmptyForAMomentEndNothing() {
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.COMPLETED, 27L, 0L, new When(UNTIL, SEEN));
        for (int second : List.of(70, 100, 130, 160)) {
            drained = second != 130;
            Instant now = SEEN.plusSeconds(second);
            going(look(seen, now, 0, task("COMPLETED", 27)), "proof.redrive.completed", 27L, 0L, new When(UNTIL, now));
        }
    }

    @Test
    void oneThatWasCancelledBeforeAnythingMovedIsNotWatchedForLong() {
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.STOPPED, 0L, 0L, new When(UNTIL, SEEN));
        Instant settled = SEEN.plusSeconds(61);

        going(look(seen, SEEN.plusSeconds(60), 27, task("CANCELLED", 0)), RedriveProof.STOPPED, 0L, 0L,
                new When(UNTIL, SEEN.plusSeconds(60)), 27L);
        ended(look(seen, settled, 27, task("CANCELLED", 0)), settled, Result.CANCELLED, "proof.redrive.cancelled", 0L,
                27L, 0L, 27L, 0L,
                Phrase.of("proof.redrive.besides", BY_COUNTS, Phrase.of("proof.redrive.noneMoved")));
    }

    /// Otherwise one look that fails would end the watching. The moment is known from a remark of an earlier version.
    @Test
    void whileItsSourcesCannotBeReadTheMomentThatWasToldCounts() {
        JournalEntry seen = remarked(byCounts, 100, "proof.redrive.stopped", 12L, 0L, new When(UNTIL, SEEN));
        back = Optional.empty();
        Instant last = UNTIL.minusSeconds(1);

        going(look(seen, last, 15, task("CANCELLED", 12)), RedriveProof.STOPPED, 12L, 0L, new When(UNTIL, last), 15L);
        ended(look(seen, UNTIL, 17, task("CANCELLED", 12)), UNTIL, Result.CANCELLED, "proof.redrive.cancelled", 12L,
                27L, 2L, 15L, 0L, BY_COUNTS);
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

    private Finding hidden(JournalEntry entry, Instant now, long visible, long inFlight, boolean byPerson) {
        var queue = new QueueState("dlq", "arn:dlq", visible, inFlight, 0, Duration.ofDays(14), Duration.ofSeconds(30),
                false, Optional.empty());
        return new RedriveProof(entry, (Operation.Redrive) entry.operation(),
                new Readings(List.of(task("COMPLETED", 27)), queue, back, true, byPerson, (since, _) -> {
                    looks.add(since);
                    return found;
                }, tally), now).judge();
    }

    /// A message that is hidden is not received: a look that does not meet it has not seen that it is gone.
    @Test
    void whatALookHidesIsNotTakenForGone() {
        JournalEntry seen = remarked(byBodies, 100, RedriveProof.COMPLETED);
        Instant atLast = UNTIL.plusSeconds(360);
        found = new Looked(true, 0, 0, 0);

        going(hidden(seen, UNTIL, 0, 5, false), "proof.redrive.completed", 27L, 5L, new When(atLast, UNTIL));
        going(hidden(seen, UNTIL.plusSeconds(5), 0, 0, true), "proof.redrive.completed", 27L, 0L,
                new When(atLast, UNTIL.plusSeconds(5)));
        assertThat(looks).as("a look would not meet them").isEmpty();
        going(hidden(seen, UNTIL.plusSeconds(10), 5, 0, false), "proof.redrive.completed", 27L, 5L,
                new When(atLast, UNTIL.plusSeconds(10)));
        found = new Looked(true, 5, 0, 0);
        ended(hidden(seen, UNTIL.plusSeconds(20), 5, 0, false), UNTIL.plusSeconds(20), Result.PARTLY,
                "proof.redrive.cameBack", 27L, 27L, 5L, 0L, 0L,
                Phrase.of("proof.redrive.byBodies", 27L, 0L, new When(at(1), UNTIL.plusSeconds(20))));
    }

    @Test
    void whatStaysHiddenIsCountedAtLast() {
        JournalEntry seen = remarked(byBodies, 100, RedriveProof.COMPLETED);
        Instant atLast = UNTIL.plusSeconds(360);
        found = new Looked(true, 0, 0, 0);

        ended(hidden(seen, atLast, 0, 5, false), atLast, Result.PARTLY, "proof.redrive.cameBack", 27L, 27L, 5L, 0L, 0L,
                Phrase.of("proof.redrive.besides", BY_COUNTS, Phrase.of("proof.redrive.stayedHidden")));
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

    /// The answer came after a second: what began two minutes later is somebody else's.
    @Test
    void oneThatBeganLongAfterTheAnswerIsNotOurs() {
        ended(look(lost(redrive(OptionalInt.of(5), Map.of())), at(500), 27, task("RUNNING", 0, at(122))), at(500),
                Result.NOT_DONE, "proof.redrive.notDone", 27L);
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
            ended(look(remarked(unsure, 100, RedriveProof.VANISHED), UNTIL, 20), UNTIL, Result.NOT_KNOWN,
                    "proof.redrive.untold", 7L, 27L, 0L, 20L, 0L, BY_COUNTS);
        }
    }

    @Test
    void whereSqsForgetsWhatIsOverTheQueueTellsOnceWhatFailsAgainIsBack() {
        going(look(byCounts, SEEN, 0), RedriveProof.VANISHED, 27L, 0L, new When(UNTIL, SEEN));
        JournalEntry seen = remarked(byCounts, 100, RedriveProof.VANISHED);
        Instant last = UNTIL.minusSeconds(1);

        going(look(seen, last, 3), RedriveProof.VANISHED, 24L, 0L, new When(UNTIL, last));
        ended(look(seen, UNTIL, 0), UNTIL, Result.WORKED, "proof.redrive.worked", 27L, 27L, 0L, 0L, 0L, BY_COUNTS);
        ended(look(seen, UNTIL, 3), UNTIL, Result.NOT_KNOWN, "proof.redrive.untold", 24L, 27L, 0L, 3L, 0L, BY_COUNTS);
        found = new Looked(true, 3, 0, 0);
        ended(look(remarked(byBodies, 100, RedriveProof.VANISHED), UNTIL, 3), UNTIL, Result.PARTLY,
                "proof.redrive.cameBack", 27L, 27L, 3L, 0L, 0L,
                Phrase.of("proof.redrive.byBodies", 27L, 0L, new When(NOON, UNTIL)));
    }

    @Test
    void oneThatSqsForgetsAfterItTookTheCancelWasCancelled() {
        JournalEntry asked = remarked(cancel(intended(byCounts), Sent.taken(at(21))), 100, RedriveProof.VANISHED);

        ended(look(asked, UNTIL, 17), UNTIL, Result.CANCELLED, "proof.redrive.untold", 10L, 27L, 0L, 17L, 0L,
                Phrase.of("proof.redrive.besides", BY_COUNTS, Phrase.of("proof.redrive.wasTaken")));
    }

    @Test
    void oneThatSqsForgetsAfterTheCancelWasLostIsNotSaidToHaveGoneOn() {
        JournalEntry asked = remarked(cancel(intended(byCounts), new Sent.Lost(THROTTLED, at(21))), 100,
                RedriveProof.VANISHED);

        ended(look(asked, UNTIL, 17), UNTIL, Result.NOT_KNOWN, "proof.redrive.untold", 10L, 27L, 0L, 17L, 0L,
                Phrase.of("proof.redrive.besides", BY_COUNTS, Phrase.of("proof.redrive.cancelLost")));
    }
}
