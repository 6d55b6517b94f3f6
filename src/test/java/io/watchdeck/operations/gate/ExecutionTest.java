package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.before;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.request;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.FakeAccount;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.MemoryJournal;
import io.watchdeck.operations.Spoken;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// A range and a count, one after the other.
class ExecutionTest {

    private static final Failure DENIED = Failure.denied("ecs:UpdateService");
    private static final Step RANGE = new Step.SetRange(SERVICE, new Range(2, 12));
    private static final Step COUNT = new Step.Update(SERVICE, ServiceChange.desired(12));

    private final MutableClock clock = new MutableClock(NOON);
    private final FakeAccount account = new FakeAccount(clock);
    private final MemoryJournal journal = new MemoryJournal();
    private final Followed followed = new Followed(Kept.of(() -> journal), clock);
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final JournalEntry entry = begun(scale(12), before(), 2);

    ExecutionTest() {
        followed.begin(entry);
        journal.before(one -> happened.add("journal: " + one.sendings().size() + " sent, "
                + one.sendings().stream().filter(sending -> sending.answer().isPresent()).count() + " answered"));
        account.before(happened::add);
    }

    private Optional<Verdict> run() {
        Optional<Verdict> verdict = new Execution(followed, new Sender(account.controls()), clock).run(entry.id(),
                List.of(RANGE, COUNT), new Attempt());
        verdict.map(Verdict::sentence).ifPresent(Spoken::fits);
        return verdict;
    }

    @Test
    void eachRequestStandsInTheJournalBeforeItIsSentAndItsAnswerBeforeTheNext() {
        assertThat(run()).as("what was sent is to be proven").isEmpty();
        assertThat(happened).containsExactly("journal: 1 sent, 0 answered", "range tiketi-backend-service 2–12",
                "journal: 1 sent, 1 answered", "journal: 2 sent, 1 answered",
                "update tiketi-backend-service desiredCount=12", "journal: 2 sent, 2 answered");
        assertThat(journal.only().sendings()).extracting(JournalEntry.Sending::request)
                .containsExactly(RANGE.request(), COUNT.request());
    }

    @Test
    void aRefusalOfTheFirstMeansThatNothingWasDone() {
        account.answer(_ -> new Sent.Refused(DENIED, at(1)));

        assertThat(run()).contains(new Verdict(Result.NOT_DONE, Phrase.of("proof.refused", DENIED.sentence()), NOON));
        assertThat(account.sent()).containsExactly("range tiketi-backend-service 2–12");
        assertThat(journal.only().sendings()).hasSize(1);
        assertThat(journal.only().isUnsure()).isFalse();
    }

    @Test
    void aRefusalOfTheSecondMeansThatAPartWasDone() {
        account.answer(call -> call.startsWith("range") ? Sent.taken(at(1)) : new Sent.Refused(DENIED, at(2)));

        assertThat(run()).contains(new Verdict(Result.PARTLY,
                Phrase.of("proof.refusedPartly", 1, 2, DENIED.sentence()), NOON));
        assertThat(account.sent()).hasSize(2);
    }

    @Test
    void aLostAnswerSendsNothingMore() {
        account.answer(_ -> new Sent.Lost(Failure.unreachable("ecs"), at(1)));

        assertThat(run()).as("what became of it is read back").isEmpty();
        assertThat(account.sent()).containsExactly("range tiketi-backend-service 2–12");
        assertThat(journal.only().isUnsure()).isTrue();
        assertThat(journal.only().isUnfinished()).isTrue();
    }

    @Test
    void whatCannotBeWrittenDownIsNotSent() {
        journal.before(_ -> {
            throw new IllegalStateException("the disk is full");
        });

        assertThat(run()).contains(new Verdict(Result.NOT_DONE,
                Phrase.of("proof.unwritten", Phrase.of("journal.unwritten", "the disk is full")), NOON));
        assertThat(account.sent()).isEmpty();
        assertThat(followed.find(entry.id()).orElseThrow().sendings()).as("none may have left").isEmpty();
    }

    @Test
    void whatCannotBeWrittenDownAfterTheFirstRequestWasDoneInPart() {
        account.before(_ -> journal.lossy(Phrase.of("history.memory.full", "/data")));

        assertThat(run().map(Verdict::result)).contains(Result.PARTLY);
        assertThat(account.sent()).containsExactly("range tiketi-backend-service 2–12");
        assertThat(followed.find(entry.id()).orElseThrow().sendings()).hasSize(1);
    }

    @Test
    void whatTheOperationEndsByItselfStandsBehindItsRequests() {
        run();
        new Execution(followed, new Sender(account.controls()), clock).add(entry.id(),
                new Step.CancelRedrive("handle"));

        assertThat(account.sent()).endsWith("cancel handle").hasSize(3);
        assertThat(journal.only().sendings()).hasSize(3).allMatch(sending -> sending.answer().isPresent());
    }

    // What an earlier run of the program left.

    private static Optional<Verdict> left(JournalEntry entry) {
        Optional<Verdict> verdict = Execution.left(entry, at(9));
        verdict.map(Verdict::sentence).ifPresent(Spoken::fits);
        return verdict;
    }

    private JournalEntry sent(Sent... answers) {
        JournalEntry now = entry;
        for (Sent answer : answers) {
            now = now.sending(request(9)).answered(now.sendings().size(), answer);
        }
        return now;
    }

    @Test
    void whatWasNeverSentWasNotDone() {
        assertThat(left(entry)).contains(new Verdict(Result.NOT_DONE, Phrase.of("proof.neverSent"), at(9)));
    }

    @Test
    void whatWasSentInPartWasDoneInPart() {
        assertThat(left(sent(Sent.taken(at(1))))).contains(
                new Verdict(Result.PARTLY, Phrase.of("proof.unfinished", 1, 2), at(9)));
    }

    @Test
    void aRefusalIsOneAfterARestartToo() {
        Sent refused = new Sent.Refused(DENIED, at(1));

        assertThat(left(sent(refused))).contains(
                new Verdict(Result.NOT_DONE, Phrase.of("proof.refused", DENIED.sentence()), at(9)));
        assertThat(left(sent(Sent.taken(at(1)), refused))).contains(
                new Verdict(Result.PARTLY, Phrase.of("proof.refusedPartly", 1, 2, DENIED.sentence()), at(9)));
    }

    @Test
    void whatMayHaveLeftOrWasTakenIsReadBack() {
        assertThat(left(entry.sending(request(9)))).isEmpty();
        assertThat(left(sent(new Sent.Lost(Failure.unreachable("ecs"), at(1))))).isEmpty();
        assertThat(left(sent(Sent.taken(at(1)), Sent.taken(at(2))))).isEmpty();
        assertThat(left(sent(Sent.taken(at(1)), Sent.taken(at(2)), new Sent.Refused(DENIED, at(3)))))
                .as("a refused cancel is no refusal of the operation").isEmpty();
    }
}
