package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.model.StackId;
import io.watchdeck.model.When;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk.Running;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.queues.RedriveFacts.State;
import io.watchdeck.ui.queues.RedriveFacts.Step;
import io.watchdeck.ui.queues.RedriveFacts.Step.Progress;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RedriveViewModelTest {

    private static final Instant NOW = Snapshots.NOW;
    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final String DLQ = "sesami-analysis-jobs-dlq";
    private static final Operation.Redrive REDRIVE =
            new Operation.Redrive(SESAMI, DLQ, OptionalInt.of(10), OptionalInt.of(5));

    private final StackSnapshot stack = Snapshots.sesami();
    private final FakeOperationDesk desk = new FakeOperationDesk(stack, NOW);
    private final RedriveViewModel model =
            new RedriveViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), () -> Optional.of(desk));

    static JournalEntry entry(Instant begun, Map<String, Integer> hashes) {
        return Entries.begunAt(Entries.begun(REDRIVE, Baseline.ofMessages(27, hashes), 1), begun);
    }

    @Test
    void withoutARedriveItSaysWhatOneDoes() {
        show();

        assertThat(facts().state()).isEqualTo(State.NONE);
        assertThat(facts().about()).contains("SQS moves all of them");
        assertThat(model.redrive()).contains(REDRIVE);
        assertThat(model.purge()).contains(new Operation.Purge(SESAMI, DLQ));
        assertThat(model.cancel()).isEmpty();
    }

    @Test
    void aRunningRedriveTellsItsStepsAndHowFarItIs() {
        runs(new Finding.Going(Phrase.of("proof.redrive.going", 18, 27, 2), OptionalLong.of(18), OptionalLong.of(27),
                OptionalLong.of(2)));
        desk.redrives(Reading.known(List.of(Dead.task("RUNNING", 18, 27, NOW.minusSeconds(20))), NOW));
        show();

        assertThat(facts().state()).isEqualTo(State.RUNNING);
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.NOW,
                Progress.LATER, Progress.LATER);
        assertThat(facts().steps().getFirst().text()).isEqualTo("Snapshot: 27 bodies known");
        RedriveFacts.Bar bar = facts().bar().orElseThrow();
        assertThat(bar.sentence()).isEqualTo("18 of 27 moved, 2 came back");
        assertThat(bar.acceptedText()).isEqualTo("16 stayed away");
        assertThat(bar.leftText()).isEqualTo("9 not moved yet");
        assertThat(bar.acceptedShare()).isEqualTo(16 / 27.0);
        assertThat(facts().ends()).isEqualTo("Cancels by itself when 5 have come back: 2 so far");
        assertThat(facts().rate()).isEqualTo("At most 10 a second");
        assertThat(facts().by()).isEqualTo("for 20 s, by sora");
        assertThat(facts().steps().get(1).text()).isEqualTo("Moving back to sesami-analysis-jobs");
        assertThat(facts().age().orElseThrow().text()).isEqualTo("0 s");
        assertThat(model.cancel()).contains(new Operation.CancelRedrive(SESAMI, DLQ, "handle"));
        assertThat(model.lookRefused()).hasValueSatisfying(why -> assertThat(why).contains("A redrive runs"));
    }

    @Test
    void oneWhoseBeginningGotNoAnswerIsNotToldToBeUnderWayUntilItIsSeen() {
        JournalEntry lost = entry(NOW.minusSeconds(120), Map.of())
                .sending(Entries.request(5))
                .answered(0, new Sent.Lost(Failure.unexpected("500"), NOW.minusSeconds(118)));
        desk.redrives(Reading.unknown(Failure.unexpected("500"), NOW));
        desk.runs(new Running(lost, Optional.of((Finding.Going) Finding.going("proof.unread",
                Failure.unexpected("500").sentence()))));
        show();

        assertThat(facts().state()).isEqualTo(State.UNSURE);
        assertThat(facts().title()).isEqualTo("Redrive: begun or not");
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.UNKNOWN,
                Progress.LATER, Progress.LATER);
        assertThat(facts().verdict()).startsWith("Cannot be read now").contains("watch whether the count");
        assertThat(facts().tone()).isEqualTo(Tone.WARNING);
        assertThat(facts().ends()).isEmpty();
        assertThat(model.lookRefused()).as("a look may tell").isEmpty();

        desk.runs(new Running(lost, Optional.of(new Finding.Going(Phrase.of("proof.redrive.going", 18, 27, 2),
                OptionalLong.of(18), OptionalLong.of(27), OptionalLong.of(2)))));
        model.state(desk.state(), NOW.plusSeconds(1));
        assertThat(facts().state()).as("SQS tells of it").isEqualTo(State.RUNNING);
    }

    @Test
    void whatHasMovedIsWatchedUntilNothingCanComeBackAnyMore() {
        Instant until = NOW.plus(Duration.ofMinutes(45));
        runs(new Finding.Going(Phrase.of("proof.redrive.completed", 27, 0, new When(until, NOW)), OptionalLong.of(27),
                OptionalLong.of(27), OptionalLong.of(0)));
        show();

        assertThat(facts().title()).isEqualTo("Redrive watched");
        assertThat(facts().state().isRunning()).as("another may begin").isFalse();
        assertThat(model.lookRefused()).isEmpty();
        assertThat(model.redrive()).isPresent();
        assertThat(facts().steps().get(1).text()).isEqualTo("Moved to sesami-analysis-jobs");
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.DONE,
                Progress.NOW, Progress.LATER);
        assertThat(facts().steps().get(2).when()).isEqualTo("until 14:27");
        assertThat(model.cancel()).as("nothing moves any more").isEmpty();
    }

    @Test
    void whatHasMovedCannotBeCancelledThoughSqsWasLastHeardToMoveIt() {
        desk.redrives(Reading.known(List.of(Dead.task("RUNNING", 26, 27, NOW.minusSeconds(20))), NOW));
        runs(new Finding.Going(Phrase.of("proof.redrive.going", 26, 27, 0), OptionalLong.of(26), OptionalLong.of(27),
                OptionalLong.of(0)));
        show();
        assertThat(model.cancel()).isPresent();

        runs(new Finding.Going(Phrase.of("proof.redrive.completed", 27, 0, new When(NOW.plusSeconds(2700), NOW)),
                OptionalLong.of(27), OptionalLong.of(27), OptionalLong.of(0)));
        model.state(desk.state(), NOW.plusSeconds(2));

        assertThat(facts().title()).isEqualTo("Redrive watched");
        assertThat(model.cancel()).isEmpty();
    }

    @Test
    void whatCameOfCancellingIsToldBesideItsButton() {
        JournalEntry cancel = Entries.begunAt(Entries.begun(new Operation.CancelRedrive(SESAMI, DLQ, "handle")),
                NOW.minusSeconds(5));
        JournalEntry redrive = entry(NOW.minusSeconds(60), Map.of());
        desk.redrives(Reading.known(List.of(Dead.task("RUNNING", 7, 27, NOW.minusSeconds(60))), NOW));
        desk.runs(new Running(redrive, Optional.empty()), new Running(cancel, Optional.empty()));
        show();
        assertThat(model.cancel()).as("it is on its way").isEmpty();
        assertThat(model.cancelToldProperty().get()).isEqualTo("It is being cancelled.");

        desk.runs(new Running(redrive, Optional.empty()));
        desk.ended(cancel.ended(new Verdict(Verdict.Result.NOT_DONE, Phrase.of("proof.refused",
                Phrase.of("proof.neverSent")), NOW)));
        model.state(desk.state(), NOW.plusSeconds(1));
        assertThat(model.cancelToldProperty().get()).startsWith("Not cancelled at 13:42:12: AWS refused it");
        assertThat(model.cancel()).as("it may be tried again").isPresent();

        desk.runs(new Running(entry(NOW.plusSeconds(30), Map.of()), Optional.empty()));
        model.state(desk.state(), NOW.plusSeconds(31));
        assertThat(model.cancelToldProperty().get()).as("that was another redrive").isEmpty();
    }

    @Test
    void oneThatIsBeingCancelledSaysSoAndCancelsItselfNoMore() {
        desk.redrives(Reading.known(List.of(Dead.task("CANCELLING", 7, 27, NOW.minusSeconds(20))), NOW));
        runs(new Finding.Going(Phrase.of("proof.redrive.status", 7, 27, 0, "CANCELLING"), OptionalLong.of(7),
                OptionalLong.of(27), OptionalLong.of(0)));
        show();

        assertThat(facts().title()).isEqualTo("Redrive being cancelled");
        assertThat(facts().ends()).isEmpty();
        assertThat(model.cancel()).isEmpty();
        assertThat(model.changes().moved()).as("it may still move some").isPresent();
    }

    @Test
    void whatMovedBeforeACancelIsWatchedAndToldAsAPart() {
        stopped("CANCELLED", 7);
        show();

        assertThat(facts().title()).isEqualTo("Redrive cancelled, watched");
        assertThat(facts().ends()).isEmpty();
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.PARTLY,
                Progress.NOW, Progress.LATER);
        assertThat(facts().steps().get(1).text()).isEqualTo("Moved to sesami-analysis-jobs: 7 of 27");
        assertThat(model.changes().moved()).isPresent();
    }

    @Test
    void oneThatSqsEndedIsNotTitledAsCancelled() {
        stopped("FAILED", 7);
        show();

        assertThat(facts().title()).isEqualTo("Redrive failed, watched");
    }

    @Test
    void aCancelledRedriveThatMovedNothingTicksNoMove() {
        stopped("CANCELLED", 0);
        show();

        assertThat(facts().title()).isEqualTo("Redrive cancelled");
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.NONE,
                Progress.NOW, Progress.LATER);
        assertThat(facts().steps()).extracting(Step::text).containsSubsequence("None moved to sesami-analysis-jobs",
                "Checking that none was moved");
        assertThat(model.changes()).isEqualTo(new QueueChanges(Optional.empty(), Optional.empty(),
                Optional.of(NOW.minusSeconds(20))));

        endedWith(Verdict.Result.CANCELLED, "proof.redrive.cancelled", 0, 27, 0, 27, 0, "");
        assertThat(facts().title()).isEqualTo("Redrive cancelled");
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.NONE,
                Progress.NONE, Progress.PARTLY);
        assertThat(facts().steps().get(2).text()).isEqualTo("Not watched: nothing could come back");
        assertThat(model.changes().moved()).isEmpty();
        assertThat(model.changes().nothing()).isPresent();
    }

    @Test
    void stepsThatAreNotKnownToHaveHappenedAreNotTicked() {
        endedWith(Verdict.Result.NOT_KNOWN, "proof.neverSent");
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.UNKNOWN,
                Progress.NONE, Progress.UNKNOWN);

        endedWith(Verdict.Result.NOT_DONE, "proof.redrive.notDone", 27);
        assertThat(facts().title()).isEqualTo("Redrive not done");
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.NONE,
                Progress.NONE, Progress.NONE);

        endedWith(Verdict.Result.NOT_KNOWN, "proof.redrive.soFar", 27, 27, 0, 0, 0, "");
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.DONE,
                Progress.PARTLY, Progress.UNKNOWN);

        endedWith(Verdict.Result.CANCELLED, "proof.redrive.cancelledUncounted", 4);
        assertThat(facts().steps()).extracting(Step::progress).containsExactly(Progress.DONE, Progress.PARTLY,
                Progress.NONE, Progress.PARTLY);
        assertThat(facts().steps().get(1).text()).endsWith(": 4, then ended early");
    }

    @Test
    void aRedriveThatWorkedTicksAllItsSteps() {
        endedWith(Verdict.Result.WORKED, "proof.redrive.worked", 27, 27, 0, 0, 0, "");

        assertThat(facts().title()).isEqualTo("Redrive ended");
        assertThat(facts().steps()).extracting(Step::progress).containsOnly(Progress.DONE);
    }

    private void stopped(String status, long moved) {
        desk.redrives(Reading.known(List.of(Dead.task(status, moved, 27, NOW.minusSeconds(20))), NOW));
        runs(new Finding.Going(
                Phrase.of("proof.redrive.endedEarly", moved, 0, new When(NOW.plusSeconds(2700), NOW), 27 - moved),
                OptionalLong.of(moved), OptionalLong.of(27), OptionalLong.of(0)));
    }

    private void endedWith(Verdict.Result result, String key, Object... counts) {
        desk.runs();
        desk.ended(entry(NOW.minusSeconds(20), Map.of()).ended(new Verdict(result, Phrase.of(key, counts), NOW)));
        show();
    }

    @Test
    void aCancelNeitherMovesNorDestroysMessages() {
        desk.ended(
                Entries.begunAt(Entries.begun(new Operation.CancelRedrive(SESAMI, DLQ, "handle")), NOW.minusSeconds(5))
                        .ended(new Verdict(Verdict.Result.NOT_DONE, Phrase.of("proof.neverSent"), NOW)),
                Entries.begunAt(Entries.begun(new Operation.Purge(SESAMI, DLQ)), NOW.minusSeconds(10))
                        .ended(new Verdict(Verdict.Result.NOT_DONE, Phrase.of("proof.neverSent"), NOW)),
                entry(NOW.minusSeconds(60), Map.of()).ended(new Verdict(Verdict.Result.WORKED,
                        Phrase.of("proof.neverSent"), NOW)));
        show();

        assertThat(model.changes().moved()).contains(NOW.minusSeconds(60));
    }

    @Test
    void aVerdictIsToldInItsTone() {
        JournalEntry over = entry(NOW.minusSeconds(3600), Map.of()).ended(new Verdict(Verdict.Result.FAILED,
                Phrase.of("proof.redrive.cameBack", 27, 27, 5, 0, 0, Phrase.of("proof.redrive.byCounts")), NOW));
        desk.ended(over);
        desk.redrives(Reading.known(List.of(Dead.task("COMPLETED", 27, 27, NOW.minusSeconds(3599))), NOW));
        show();

        assertThat(facts().state()).isEqualTo(State.ENDED);
        assertThat(facts().tone()).isEqualTo(Tone.CRITICAL);
        assertThat(facts().verdictTitle()).isEqualTo("It failed");
        assertThat(facts().verdict()).startsWith("27 moved, 5 came back");
        assertThat(facts().bar()).hasValueSatisfying(bar -> {
            assertThat(bar.movedText()).isEqualTo("27 of 27 moved");
            assertThat(bar.acceptedText()).isEqualTo("22 stayed away");
            assertThat(bar.back()).contains(5L);
        });
        assertThat(facts().steps().getFirst().text()).isEqualTo("Snapshot: about 27 counted, no bodies");
        assertThat(model.lookRefused()).isEmpty();
        assertThat(model.changes().moved()).contains(NOW.minusSeconds(3599));
    }

    @Test
    void aRedriveThatSomebodyElseBeganIsShownAsSuchAndCanBeCancelled() {
        desk.redrives(Reading.known(List.of(Dead.task("RUNNING", 7, 27, NOW.minusSeconds(60))), NOW));
        show();

        assertThat(facts().state()).isEqualTo(State.FOREIGN);
        assertThat(facts().title()).isEqualTo("Redrive running, not begun here");
        assertThat(facts().verdict()).contains("7 moved so far.", "what comes back is not counted");
        assertThat(facts().bar().orElseThrow().back()).isEmpty();
        assertThat(model.cancel()).contains(new Operation.CancelRedrive(SESAMI, DLQ, "handle"));
    }

    @Test
    void itsFiguresAreAsOldAsTheNewestLookAtIt() {
        var going = new Finding.Going(Phrase.of("proof.redrive.going", 18, 27, 2), OptionalLong.of(18),
                OptionalLong.of(27), OptionalLong.of(2));
        runs(going);
        show();
        model.state(desk.state(), NOW.plusSeconds(40));
        assertThat(facts().age().orElseThrow().text()).isEqualTo("40 s");
        assertThat(facts().age().orElseThrow().freshness()).isEqualTo(Freshness.LATE);

        desk.runs(new Running(desk.state().running().getFirst().entry(), Optional.of(going)));
        model.state(desk.state(), NOW.plusSeconds(41));
        assertThat(facts().age().orElseThrow().text()).isEqualTo("0 s");
    }

    @Test
    void whatSqsDoesNotTellIsNotTakenForNone() {
        desk.redrives(Reading.unknown(Failure.denied("sqs:ListMessageMoveTasks"), NOW));
        show();

        assertThat(facts().state()).isEqualTo(State.UNKNOWN);
        assertThat(facts().about()).contains("sqs:ListMessageMoveTasks");
    }

    @Test
    void sqsIsAskedNowAndThenAndMoreOftenWhileItMoves() {
        show();
        model.tick(NOW.plusSeconds(1));
        assertThat(desk.asked()).isOne();
        model.tick(NOW.plusSeconds(30));
        assertThat(desk.asked()).isEqualTo(2);

        desk.redrives(Reading.known(List.of(Dead.task("RUNNING", 7, 27, NOW)), NOW));
        model.tick(NOW.plusSeconds(60));
        model.tick(NOW.plusSeconds(68));
        assertThat(desk.asked()).isEqualTo(4);
    }

    @Test
    void readOnlyRefusesLooksAndALockDoesNot() {
        show();
        assertThat(model.lookRefused()).isEmpty();

        desk.lock(SESAMI, new LockState.ReadOnly(true));
        model.state(desk.state(), NOW);

        assertThat(model.lookRefused()).hasValueSatisfying(why -> assertThat(why).startsWith("Read-only by its stack"));
    }

    @Test
    void withoutAQueueThereIsNothingToDo() {
        model.state(desk.state(), NOW);
        model.show(Optional.empty(), NOW);

        assertThat(model.redrive()).isEmpty();
        assertThat(model.purge()).isEmpty();
        assertThat(model.possibleProperty().get()).isFalse();
        assertThat(desk.asked()).isZero();
    }

    private void runs(Finding.Going going) {
        desk.runs(new Running(entry(NOW.minusSeconds(20), Map.of("one", 20, "two", 7)), Optional.of(going)));
    }

    private void show() {
        model.state(desk.state(), NOW);
        model.show(Optional.of(QueuePair.of(stack).getFirst()), NOW);
    }

    private RedriveFacts facts() {
        return model.factsProperty().get();
    }
}
