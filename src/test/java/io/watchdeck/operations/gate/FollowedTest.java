package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.begunAt;
import static io.watchdeck.operations.Entries.reminding;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Remark;
import io.watchdeck.operations.MemoryJournal;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Running;
import io.watchdeck.operations.proof.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FollowedTest {

    private static final Verdict WORKED = new Verdict(Result.WORKED, Phrase.of("proof.scale.worked", 9, 9), at(9));

    private final MutableClock clock = new MutableClock(NOON);
    private final MemoryJournal journal = new MemoryJournal();
    private final Followed followed = new Followed(Kept.of(() -> journal), clock);

    private static Finding.Going going(String key, Object... arguments) {
        return new Finding.Going(Phrase.of(key, arguments), OptionalLong.empty(), OptionalLong.empty(),
                OptionalLong.empty());
    }

    private JournalEntry running() {
        JournalEntry entry = begun(scale(9));
        followed.begin(entry);
        return entry;
    }

    @Test
    void whatBeginsStandsInTheJournal() {
        JournalEntry entry = running();

        assertThat(journal.open()).containsExactly(entry);
        assertThat(followed.running()).containsExactly(new Running(entry, Optional.empty()));
        assertThat(followed.find(entry.id())).contains(entry);
    }

    @Test
    void whatCannotBeWrittenDownDoesNotRun() {
        journal.before(_ -> {
            throw new IllegalStateException("the disk is full");
        });

        assertThat(followed.begin(begun(scale(9)))).contains(Phrase.of("journal.unwritten", "the disk is full"));
        assertThat(followed.running()).isEmpty();
    }

    @Test
    void whatWouldBeLostWithTheProgramDoesNotRun() {
        Phrase full = Phrase.of("history.memory.full", "/data");
        journal.lossy(full);

        assertThat(followed.begin(begun(scale(9)))).contains(Phrase.of("journal.lossy", full));
        assertThat(followed.running()).isEmpty();
        assertThat(journal.size()).isZero();
    }

    /// The disk is full with this very write.
    @Test
    void whatTurnsOutToBeLostAsItIsWrittenWasNeverSent() {
        journal.before(_ -> journal.lossy(Phrase.of("history.memory.full", "/data")));

        assertThat(followed.begin(begun(scale(9)))).isPresent();
        assertThat(followed.running()).isEmpty();
        assertThat(journal.only().verdict().map(Verdict::result)).contains(Result.NOT_DONE);
    }

    @Test
    void whatWasSentAndCannotBeWrittenDownIsKnownAndWrittenAsSoonAsItCan() {
        JournalEntry entry = running();
        journal.before(_ -> {
            throw new IllegalStateException("the disk is full");
        });
        followed.remark(entry.id(), Phrase.of("proof.waiting"));
        assertThat(followed.find(entry.id()).orElseThrow().remarks()).hasSize(1);
        assertThat(journal.only().remarks()).isEmpty();
        journal.before(_ -> {});
        followed.resume();

        assertThat(journal.only().remarks()).hasSize(1);
    }

    @Test
    void aJournalThatCannotBeReadAtTheBeginIsTakenUpLater() {
        JournalEntry open = begun(scale(9));
        journal.put(open);
        journal.unreadable("damaged");
        followed.resume();
        assertThat(followed.running()).isEmpty();
        journal.unreadable();
        followed.resume();

        assertThat(followed.running()).hasSize(1);
    }

    @Test
    void everyChangeIsWrittenDown() {
        JournalEntry entry = running();
        JournalEntry now =
                followed.change(entry.id(), one -> one.remarked(new Remark(NOON, Phrase.of("proof.waiting"))));

        assertThat(now.remarks()).hasSize(1);
        assertThat(journal.only()).isEqualTo(now);
        assertThat(followed.find(entry.id())).contains(now);
    }

    @Test
    void whatDoesNotRunCannotBeChanged() {
        assertThatThrownBy(() -> followed.change(UUID.randomUUID(), one -> one))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(journal.size()).isZero();
    }

    /// What the screen tells is there after the program was killed.
    @Test
    void whatALookFoundStandsInTheJournalWhenItIsTold() {
        JournalEntry entry = running();
        clock.forward(Duration.ofSeconds(5));
        followed.found(entry.id(), going("proof.scale.going", 5, 9, 4));
        clock.forward(Duration.ofSeconds(5));
        followed.found(entry.id(), going("proof.scale.going", 9, 9, 0));

        assertThat(journal.only().remarks().getLast()).isEqualTo(
                new Remark(at(10), Phrase.of("proof.scale.going", 9, 9, 0)));
        assertThat(journal.only()).isEqualTo(followed.running().getFirst().entry());
    }

    @Test
    void ofEachKindOfFindingTheFirstAndTheNewestAreKept() {
        JournalEntry entry = running();
        for (int seconds = 5; seconds <= 25; seconds += 5) {
            clock.forward(Duration.ofSeconds(5));
            followed.found(entry.id(), seconds == 15 ? going("proof.unread", "x")
                    : going("proof.scale.going", seconds, 9, 4));
        }

        assertThat(journal.only().remarks()).containsExactly(
                new Remark(at(5), Phrase.of("proof.scale.going", 5, 9, 4)),
                new Remark(at(15), Phrase.of("proof.unread", "x")),
                new Remark(at(25), Phrase.of("proof.scale.going", 25, 9, 4)));
        assertThat(followed.running().getFirst().last()).contains(going("proof.scale.going", 25, 9, 4));
    }

    @Test
    void aLookThatFindsTheSameWritesNothing() {
        JournalEntry entry = running();
        followed.found(entry.id(), going("proof.redrive.completed", 27L, 0L, new When(at(900), at(5))));
        int puts = journal.puts().size();
        followed.found(entry.id(), going("proof.redrive.completed", 27, 0, new When(at(900), at(60))));

        assertThat(journal.puts()).hasSize(puts);
    }

    @Test
    void aFindingOfWhatIsOverIsForgotten() {
        JournalEntry entry = running();
        followed.end(entry.id(), WORKED);
        followed.found(entry.id(), going("proof.scale.going", 5, 9, 4));

        assertThat(journal.only().remarks()).isEmpty();
        assertThat(followed.running()).isEmpty();
    }

    @Test
    void aVerdictEndsIt() {
        JournalEntry entry = running();
        JournalEntry over = followed.end(entry.id(), WORKED).orElseThrow();

        assertThat(over.verdict()).contains(WORKED);
        assertThat(journal.only()).isEqualTo(over);
        assertThat(followed.running()).isEmpty();
        assertThat(followed.find(entry.id())).isEmpty();
        assertThat(followed.ended()).containsExactly(over);
    }

    @Test
    void theFirstVerdictStays() {
        JournalEntry entry = running();
        followed.end(entry.id(), WORKED);
        int puts = journal.puts().size();

        assertThat(followed.end(entry.id(), new Verdict(Result.NOT_KNOWN, Phrase.of("proof.waiting"), at(10))))
                .isEmpty();
        followed.remark(entry.id(), Phrase.of("proof.waiting"));
        assertThat(journal.only().verdict()).contains(WORKED);
        assertThat(journal.puts()).hasSize(puts);
    }

    @Test
    void theNewestTwentyThatEndedAreShown() {
        var all = new ArrayList<JournalEntry>();
        for (int i = 0; i < 25; i++) {
            all.addFirst(followed.end(running().id(), WORKED).orElseThrow());
        }

        assertThat(followed.ended()).isEqualTo(all.subList(0, 20));
    }

    @Test
    void takesUpWhatAnEarlierRunLeft() {
        JournalEntry open = begun(scale(9));
        JournalEntry due = reminding(begunAt(begun(scale(8)), at(1)), at(100)).ended(WORKED);
        List.of(open, due).forEach(journal::put);
        followed.resume();

        assertThat(followed.running()).containsExactly(new Running(open, Optional.empty()));
        assertThat(followed.reminders()).containsExactly(due);
        assertThat(followed.ended()).as("since the console began").isEmpty();
    }

    @Test
    void whatHasBegunMeanwhileIsNotTakenUpAnew() {
        JournalEntry entry = running();
        followed.found(entry.id(), going("proof.waiting"));
        followed.resume();

        assertThat(followed.running()).hasSize(1);
        assertThat(followed.running().getFirst().last()).isPresent();
    }

    @Test
    void aReminderIsShownOnceItsOperationIsOverAndUntilItIsSettled() {
        JournalEntry entry = reminding(begun(scale(9)), at(100));
        followed.begin(entry);
        followed.end(entry.id(), WORKED);
        assertThat(followed.reminders()).containsExactly(entry.ended(WORKED));
        followed.settle(entry.id());

        assertThat(followed.reminders()).isEmpty();
        assertThat(journal.only()).isEqualTo(entry.ended(WORKED).settled());
    }

    /// The disk is full as the verdict comes, and a person settles the reminder before it can be written.
    @Test
    void settlingAReminderKeepsAVerdictThatCouldNotBeWrittenYet() {
        JournalEntry entry = reminding(begun(scale(9)), at(100));
        followed.begin(entry);
        journal.before(_ -> {
            throw new IllegalStateException("the disk is full");
        });
        followed.end(entry.id(), WORKED);
        assertThat(journal.only().isOver()).isFalse();
        journal.before(_ -> {});
        followed.settle(entry.id());
        followed.resume();

        assertThat(journal.only()).isEqualTo(entry.ended(WORKED).settled());
        assertThat(followed.ended()).containsExactly(entry.ended(WORKED).settled());
        assertThat(followed.reminders()).isEmpty();
    }

    @Test
    void nobodyIsRemindedToGoBackFromWhatWasNotDone() {
        JournalEntry entry = reminding(begun(scale(9)), at(100));
        followed.begin(entry);
        followed.end(entry.id(), new Verdict(Result.NOT_DONE, Phrase.of("proof.neverSent"), at(1)));

        assertThat(followed.reminders()).isEmpty();
        assertThat(journal.reminding()).isEmpty();
        JournalEntry part = reminding(begun(scale(8)), at(100));
        followed.begin(part);
        followed.end(part.id(), new Verdict(Result.PARTLY, Phrase.of("proof.unfinished", 1, 2), at(1)));
        assertThat(followed.reminders()).extracting(JournalEntry::id).containsExactly(part.id());
    }

    @Test
    void aReminderOfWhatRunsStaysSettledWhenThatChanges() {
        JournalEntry entry = reminding(begun(scale(9)), at(100));
        followed.begin(entry);
        followed.settle(entry.id());
        followed.remark(entry.id(), Phrase.of("proof.waiting"));

        assertThat(journal.only().reminder()).hasValueSatisfying(one -> assertThat(one.settled()).isTrue());
        followed.settle(UUID.randomUUID());
        assertThat(journal.size()).isOne();
    }

    /// One thread is held in the midst of its write, while another changes the same entry.
    @Test
    @Timeout(20)
    void theJournalEndsWithTheNewestState() throws InterruptedException {
        JournalEntry entry = running();
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = new AtomicBoolean(true);
        journal.before(_ -> {
            if (first.getAndSet(false)) {
                writing.countDown();
                await(goOn);
            }
        });
        Thread slow = Thread.startVirtualThread(() -> followed.remark(entry.id(), Phrase.of("proof.waiting")));
        writing.await();
        Thread fast = new Thread(() -> followed.end(entry.id(), WORKED));
        fast.start();
        while (fast.getState() != Thread.State.WAITING && fast.isAlive()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        slow.join();
        fast.join();

        assertThat(journal.only().verdict()).contains(WORKED);
        assertThat(journal.only().remarks()).hasSize(1);
    }

    /// What is shown does not wait for the disk.
    @Test
    @Timeout(20)
    void whoeverReadsDoesNotWaitForAWrite() throws InterruptedException {
        JournalEntry entry = running();
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        journal.before(_ -> {
            writing.countDown();
            await(goOn);
        });
        Thread slow = Thread.startVirtualThread(() -> followed.remark(entry.id(), Phrase.of("proof.waiting")));
        writing.await();

        assertThat(followed.running()).hasSize(1);
        assertThat(followed.ended()).isEmpty();
        assertThat(followed.reminders()).isEmpty();
        goOn.countDown();
        slow.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
