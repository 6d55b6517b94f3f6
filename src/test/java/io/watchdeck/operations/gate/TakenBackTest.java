package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Spoken;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.preflight.Preview;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever confirmed an operation thinks better of it before its first request has left.
@Timeout(30)
class TakenBackTest {

    private final Desk rig = new Desk(Moment.tiketi());
    private final CompletableFuture<Attempt> attempt = new CompletableFuture<>();
    private final LinkedBlockingQueue<Begun> answers = new LinkedBlockingQueue<>();

    @BeforeEach
    void unlock() throws InterruptedException {
        rig.start();
        rig.unlock();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Begun run(Preview preview) throws InterruptedException {
        attempt.complete(
                rig.desk.run(preview, new Confirmed("", SERVICE.service(), Optional.empty()), answers::add));
        return answers.take();
    }

    @Test
    void whileItIsReadOnceMoreNothingIsSentAndNothingStandsInTheJournal() throws InterruptedException {
        Preview preview = rig.preview(scale(9));
        rig.account.before(call -> {
            if (call.startsWith("services")) {
                assertThat(attempt.join().takeBack()).isTrue();
            }
        });

        assertThat(run(preview)).isEqualTo(new Begun.Declined(Phrase.of("gate.takenBack")));
        assertThat(rig.account.sent()).isEmpty();
        assertThat(rig.journal.size()).isZero();
        Spoken.fits(Phrase.of("gate.takenBack"));
    }

    @Test
    void whenItStandsInTheJournalAndHasNotLeftTheJournalSaysThatNothingWasSent() throws InterruptedException {
        Preview preview = rig.preview(scale(9));
        rig.journal.before(entry -> {
            if (entry.sendings().size() == 1 && entry.sendings().getFirst().answer().isEmpty()) {
                assertThat(attempt.join().takeBack()).isTrue();
            }
        });

        assertThat(run(preview)).isInstanceOf(Begun.Running.class);
        JournalEntry ended = rig.await(state -> !state.ended().isEmpty()).ended().getFirst();
        assertThat(ended.verdict().map(Verdict::result)).contains(Result.NOT_DONE);
        assertThat(ended.verdict().map(Verdict::sentence)).contains(Phrase.of("gate.takenBack"));
        assertThat(ended.sendings()).isEmpty();
        assertThat(rig.account.sent()).isEmpty();
    }

    @Test
    void onceItHasLeftItGoesOn() throws InterruptedException {
        Preview preview = rig.preview(scale(9));
        rig.account.before(call -> {
            if (call.startsWith("update")) {
                assertThat(attempt.join().takeBack()).isFalse();
            }
        });

        assertThat(run(preview)).isInstanceOf(Begun.Running.class);
        rig.looked();
        assertThat(rig.account.sent()).hasSize(1);
        assertThat(rig.desk.state().running()).hasSize(1);
    }
}
