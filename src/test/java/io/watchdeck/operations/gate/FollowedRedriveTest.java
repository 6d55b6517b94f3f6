package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.model.When;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.operations.preflight.LetterFacts;
import io.watchdeck.operations.preflight.OwnFacts;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.operations.proof.RedriveWatch;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.queues.letters.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A redrive of 27 messages that is to be cancelled when five come back.
@Timeout(20)
class FollowedRedriveTest {

    private static final Phrase BY_COUNTS = Phrase.of("proof.redrive.byCounts");

    private final Desk rig = new Desk(Moment.tiketi());
    private final Operation redrive =
            new Operation.Redrive(TIKETI, "dlq", OptionalInt.of(10), OptionalInt.of(5));

    @BeforeEach
    void begin() throws InterruptedException {
        rig.account.queue(Dead.queue("dlq", 27));
        rig.account.sources("jobs");
        rig.account.queue(Dead.source("jobs", 0, "dlq"));
        rig.start();
        rig.unlock();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void moves(String status, long moved, long inQueue) {
        rig.account.redrives(Dead.task(status, moved, 27, NOON));
        rig.account.queue(Dead.queue("dlq", inQueue));
    }

    /// Twelve have moved, and five of them are back for a minute: at noon and 65 seconds.
    private void bounce() throws InterruptedException {
        rig.run(redrive);
        rig.looked();
        moves("RUNNING", 12, 20);
        rig.pass(5);
        assertThat(rig.account.sent()).as("counts may be behind").hasSize(1);
        rig.pass(60);
    }

    private String last() {
        return rig.desk.state().running().getFirst().last().orElseThrow().sentence().key();
    }

    /// The remarks and the answers of the journal by their time, and what it says of the cancel.
    private List<String> story() {
        JournalEntry entry = rig.journal.only();
        return Stream.concat(
                entry.remarks().stream().filter(one -> !one.at().isBefore(at(65)))
                        .map(one -> one.at() + " " + one.sentence().key()),
                entry.sendings().stream().skip(1).map(one -> one.answer().orElseThrow()).map(
                        one -> one.at() + " " + one.getClass().getSimpleName()))
                .toList();
    }

    @Test
    void messagesThatComeBackCancelItOnce() throws InterruptedException {
        bounce();
        assertThat(rig.account.sent()).containsExactly("redrive dlq 10", "cancel handle");
        assertThat(last()).isEqualTo("proof.redrive.asked");
        moves("RUNNING", 13, 22);
        rig.pass(5);
        moves("CANCELLING", 13, 22);
        rig.pass(5);
        moves("CANCELLED", 13, 22);
        rig.pass(5);
        assertThat(last()).as("what fails again may still come back").isEqualTo("proof.redrive.endedEarly");
        moves("CANCELLED", 13, 24);
        rig.pass(2800);

        Verdict verdict = rig.verdict();
        assertThat(verdict.result()).isEqualTo(Result.CANCELLED);
        assertThat(verdict.sentence()).isEqualTo(Phrase.of("proof.redrive.cancelled", 13L, 27L, 10L, 14L, 0L,
                Phrase.of("proof.redrive.besides", BY_COUNTS, Phrase.of("proof.redrive.wasTaken"))));
        rig.pass(60);
        assertThat(rig.account.sent()).hasSize(2);
        assertThat(rig.journal.only().remarks()).contains(
                new JournalEntry.Remark(at(65), Phrase.of("proof.redrive.bounces", 5L, 5)));
        assertThat(rig.journal.only().sendings()).extracting(one -> one.request().name())
                .containsExactly("sqs:StartMessageMoveTask", "sqs:CancelMessageMoveTask");
    }

    @Test
    void thatItIsToBeCancelledStandsInTheJournalBeforeTheRequestLeaves() throws InterruptedException {
        var then = new AtomicReference<JournalEntry>();
        rig.account.before(call -> {
            if (call.startsWith("cancel")) {
                then.set(rig.journal.only());
            }
        });
        bounce();

        assertThat(then.get().remarks()).extracting(one -> one.sentence().key()).endsWith("proof.redrive.bounces");
        assertThat(then.get().sendings()).hasSize(2);
        assertThat(then.get().sendings().getLast().answer()).isEmpty();
    }

    @Test
    void aCancelThatIsThrottledIsToldAndSentAgainAtTheNextLook() throws InterruptedException {
        var refusals = new AtomicInteger(2);
        rig.account.answer(call -> call.startsWith("cancel") && refusals.getAndDecrement() > 0
                ? new Sent.Refused(Failure.denied("sqs:CancelMessageMoveTask"), rig.clock.instant())
                : Sent.taken("handle", rig.clock.instant()));
        bounce();
        assertThat(last()).isEqualTo("proof.redrive.askRefused");
        rig.pass(5);
        rig.pass(5);
        rig.pass(5);

        assertThat(rig.account.sent()).containsExactly("redrive dlq 10", "cancel handle", "cancel handle",
                "cancel handle");
        assertThat(last()).isEqualTo("proof.redrive.asked");
        assertThat(story()).containsExactly(at(65) + " proof.redrive.bounces", at(65) + " proof.redrive.askRefused",
                at(75) + " proof.redrive.asked", at(65) + " Refused", at(70) + " Refused", at(75) + " Taken");
    }

    @Test
    void aCancelWhoseAnswerWasLostIsToldAndNotSentAgain() throws InterruptedException {
        rig.account.answer(call -> call.startsWith("cancel") ? new Sent.Lost(Failure.unreachable("sqs"), NOON)
                : Sent.taken("handle", NOON));
        bounce();
        rig.pass(5);
        rig.pass(600);

        assertThat(rig.account.sent()).containsExactly("redrive dlq 10", "cancel handle");
        assertThat(last()).isEqualTo("proof.redrive.askLost");
        assertThat(rig.journal.only().isOver()).isFalse();
    }

    @Test
    void norIsItAfterARestart() throws InterruptedException {
        bounce();
        rig.restart();
        rig.pass(5);

        assertThat(rig.account.sent()).containsExactly("redrive dlq 10", "cancel handle");
        moves("CANCELLED", 12, 20);
        rig.pass(5);
        rig.pass(2800);
        assertThat(rig.verdict().result()).isEqualTo(Result.CANCELLED);
    }

    @Test
    void aTaskWithoutAHandleCannotBeCancelledAndThatIsTold() throws InterruptedException {
        rig.run(redrive);
        rig.looked();
        rig.account.redrives(new RedriveTask(Optional.empty(), "RUNNING", "arn:dlq", Optional.empty(),
                OptionalInt.empty(), 12, OptionalLong.of(27), "", NOON));
        rig.account.queue(Dead.queue("dlq", 20));
        rig.pass(5);
        rig.pass(60);

        assertThat(rig.account.sent()).containsExactly("redrive dlq 10");
        assertThat(last()).isEqualTo("proof.redrive.notAsked");
    }

    /// While SQS refuses the next one, what is there still tells of this one.
    @Test
    void aPurgeThatIsRefusedDoesNotEndTheWatching() throws InterruptedException {
        rig.account.queue(Dead.source("jobs", 3, "dlq"));
        rig.run(redrive);
        rig.looked();
        moves("COMPLETED", 27, 2);
        rig.pass(5);
        rig.account.answer(_ -> new Sent.Refused(Failure.denied("sqs:PurgeQueue"), rig.clock.instant()));
        rig.run(new Operation.Purge(TIKETI, "dlq"));

        assertThat(rig.verdict().result()).isEqualTo(Result.NOT_DONE);
        rig.settle();
        assertThat(rig.desk.state().running()).extracting(one -> one.entry().operation()).containsExactly(redrive);
    }

    @Test
    void fewerThanThatDoNotEndIt() throws InterruptedException {
        rig.run(redrive);
        rig.looked();
        moves("RUNNING", 12, 19);
        rig.pass(5);

        assertThat(rig.account.sent()).containsExactly("redrive dlq 10");
        assertThat(rig.desk.state().running().getFirst().last().orElseThrow().back()).hasValue(4);
    }

    @Test
    void isWatchedUntilWhatFailsIsBackAndOverARestart() throws InterruptedException {
        rig.account.queue(Dead.source("jobs", 3, "dlq"));
        rig.run(redrive);
        rig.looked();
        moves("COMPLETED", 27, 0);
        rig.pass(5);
        assertThat(rig.desk.state().running().getFirst().last().orElseThrow().sentence()).isEqualTo(
                Phrase.of("proof.redrive.completed", 27L, 0L, new When(at(5 + 2700 + 60), at(5))));
        rig.clock.set(at(2000));
        rig.restart();
        assertThat(rig.looked().running()).hasSize(1);
        moves("COMPLETED", 27, 3);
        rig.pass(765);

        assertThat(rig.verdict()).isEqualTo(new Verdict(Result.PARTLY,
                Phrase.of("proof.redrive.cameBack", 27L, 27L, 3L, 0L, 0L, BY_COUNTS), at(2765)));
    }

    @Test
    void theNextPurgeOfTheQueueEndsTheWatchingWithTheVerdictSoFar() throws InterruptedException {
        rig.account.queue(Dead.source("jobs", 3, "dlq"));
        rig.run(redrive);
        rig.looked();
        moves("COMPLETED", 27, 2);
        rig.pass(5);

        rig.run(new Operation.Purge(TIKETI, "dlq"));

        assertThat(rig.verdict()).isEqualTo(new Verdict(Result.PARTLY,
                Phrase.of("proof.redrive.soFar", 27L, 27L, 2L, 0L, 0L, new When(at(5), at(5))), at(5)));
    }

    @Test
    void whatIsDoneToAnotherQueueLeavesTheWatchingAlone() {
        JournalEntry entry = Entries.begun(redrive);
        var going = new Finding.Going(Phrase.of("proof.redrive.completed", 27L, 0L, new When(at(9), at(5))),
                OptionalLong.of(27), OptionalLong.of(27), OptionalLong.of(0));
        var watch = new RedriveWatch(entry, Optional.of(going));

        assertThat(watch.endedBy(new Operation.Purge(TIKETI, "other-dlq"), at(5))).isEmpty();
        assertThat(watch.endedBy(new Operation.CancelRedrive(TIKETI, "dlq", "handle"), at(5))).isEmpty();
        assertThat(new RedriveWatch(entry, Optional.empty()).endedBy(redrive, at(5))).isEmpty();
        assertThat(watch.endedBy(redrive, at(5))).map(Verdict::result).as("nothing came back, yet").contains(
                Result.NOT_KNOWN);
    }

    @Test
    void whatWasLookedAtStaysKnownAfterARedriveThatMovedNothing() throws InterruptedException {
        looksAtTwo();
        rig.run(redrive);
        rig.looked();
        assertThat(known().outdated()).as("it may move them yet").isTrue();

        moves("CANCELLED", 0, 2);
        rig.pass(5);
        rig.pass(61);
        assertThat(rig.verdict().result()).isEqualTo(Result.CANCELLED);
        assertThat(known()).isEqualTo(new Known(false, 2));
        rig.account.letters(Dead.letter("3", "c", at(-600)));
        assertThat(look()).as("a further look goes on where the first ended").hasSize(3);
    }

    @Test
    void whatWasLookedAtBeforeARedriveThatMovedSomeIsNotMixedWithWhatIsThere() throws InterruptedException {
        looksAtTwo();
        rig.run(redrive);
        rig.looked();
        moves("COMPLETED", 2, 2);
        rig.pass(5);
        assertThat(known()).isEqualTo(new Known(true, 0));
        rig.account.queue(Dead.queue("dlq", 1));
        rig.account.letters(Dead.letter("3", "a", at(4)));
        assertThat(look()).containsExactly("3");
        assertThat(known().outdated()).as("though its date and the redrive's are alike").isFalse();
    }

    @Test
    void ofARedriveThatSqsDoesNotListAnyMoreNothingIsKnown() throws InterruptedException {
        looksAtTwo();
        rig.run(redrive);
        rig.looked();
        rig.account.redrives();

        assertThat(known()).isEqualTo(new Known(true, 0));
    }

    /// @param hashes of messages, that a redrive or purge would keep in the journal
    private record Known(boolean outdated, int hashes) {}

    private Known known() throws InterruptedException {
        LetterFacts letters = rig.facts(redrive).letters().orElseThrow();
        boolean outdated = rig.preview(new Operation.Purge(TIKETI, "dlq")).consequences().stream()
                .noneMatch(one -> one.sentence().key().equals("operation.purge.looked"));
        assertThat(letters.look()).isPresent();
        return new Known(outdated, rig.facts(redrive).baseline().hashes().size());
    }

    private void looksAtTwo() throws InterruptedException {
        rig.account.queue(Dead.queue("dlq", 2));
        rig.account.letters(Dead.letter("1", "a", at(-600)), Dead.letter("2", "b", at(-600)));
        look();
    }

    private List<String> look() throws InterruptedException {
        Letters letters = Desk.answered(answer -> rig.desk.look(TIKETI, "dlq", 100, answer));
        return letters.letters().stream().map(DeadLetter::id).toList();
    }

    @Test
    void bodiesThatWereLookedAtBeforeDecideAfterwards() throws InterruptedException {
        rig.account.queue(Dead.queue("dlq", 3));
        rig.account.letters(Dead.letter("1", "a", at(-600)), Dead.letter("2", "b", at(-600)),
                Dead.letter("3", "c", at(-600)));
        Letters letters = Desk.answered(answer -> rig.desk.look(TIKETI, "dlq", 100, answer));
        assertThat(letters.letters()).hasSize(3);
        assertThat(letters.complete()).isTrue();
        rig.run(redrive);
        rig.looked();
        assertThat(rig.journal.only().before().hashes()).hasSize(3);
        assertThat(rig.journal.only().before().groups()).as("of one shape").containsExactly(
                Map.entry(Signature.of(letters.letters().getFirst()).hash(), 3));
        rig.account.redrives(Dead.task("COMPLETED", 3, 3, NOON));
        rig.account.queue(Dead.queue("dlq", 2));
        rig.account.letters(Dead.letter("9", "a", at(4)), Dead.letter("10", "other", at(4)));
        rig.pass(5);
        rig.pass(61);

        assertThat(rig.verdict()).isEqualTo(new Verdict(Result.PARTLY, Phrase.of("proof.redrive.cameBack", 3L, 3L, 1L,
                0L, 0L, Phrase.of("proof.redrive.besides",
                        Phrase.of("proof.redrive.byBodies", 3L, 1L, new When(NOON, at(66))),
                        Phrase.of("proof.redrive.noneLeft"))),
                at(66)));
    }

    /// As it was: "none came back" while a person's look hid all that were back, and SQS did not count them yet.
    @Test
    void theVerdictWaitsUntilThePersonsLookIsOver() throws InterruptedException {
        looksAtTwo();
        rig.run(redrive);
        rig.looked();
        moves("COMPLETED", 2, 2);
        rig.pass(5);
        rig.account.letters(Dead.letter("8", "a", at(4)), Dead.letter("9", "b", at(4)));
        rig.pass(50);
        assertThat(look()).containsExactly("8", "9");
        rig.account.letters();
        rig.account.queue(Dead.queue("dlq", 0));
        rig.pass(15);
        rig.pass(10);
        assertThat(rig.journal.only().isOver()).as("they are hidden").isFalse();
        rig.account.letters(Dead.letter("8", "a", at(4)), Dead.letter("9", "b", at(4)));
        rig.account.queue(Dead.queue("dlq", 2));
        rig.pass(5);

        assertThat(rig.journal.only().verdict()).hasValueSatisfying(verdict -> {
            assertThat(verdict.sentence().arguments()).startsWith(2L, 2L, 2L, 0L, 0L);
            assertThat(verdict.result()).isEqualTo(Result.FAILED);
        });
    }

    @Test
    void theNextRedriveIsWarnedOfWhatCameBackUntilThatIsDestroyed() throws InterruptedException {
        assertThat(bounced()).isEmpty();
        rig.run(redrive);
        rig.looked();
        moves("COMPLETED", 27, 20);
        rig.pass(5);
        assertThat(bounced()).as("while it is watched").contains(new OwnFacts.Bounced(27, 20, NOON));
        rig.pass(65);
        assertThat(rig.journal.only().isOver()).isTrue();
        rig.restart();
        assertThat(bounced()).contains(new OwnFacts.Bounced(27, 20, NOON));

        rig.unlock();
        rig.run(new Operation.Purge(TIKETI, "dlq"));
        rig.settle();
        assertThat(bounced()).isEmpty();
    }

    private Optional<OwnFacts.Bounced> bounced() throws InterruptedException {
        return rig.facts(redrive).letters().orElseThrow().bounced();
    }
}
