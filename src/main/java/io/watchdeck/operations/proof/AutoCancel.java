package io.watchdeck.operations.proof;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The cancelling of a redrive whose messages come back, as its journal entry tells of it: first that it is to be
/// cancelled, then each request for it with its answer.
///
/// A request that SQS refused, because it was throttled say, is sent anew. That is allowed for a cancel alone: the refused
/// one has changed nothing, and cancelling is idempotent, since a task that is being cancelled or is over only refuses.
/// One whose answer was lost is read back like every other, and not sent again: a person is told that the redrive
/// goes on.
public record AutoCancel(JournalEntry entry) {

    /// The key of the remark that it is to be cancelled.
    static final String INTENDED = "proof.redrive.bounces";
    /// So many are sent one at each look, the others after a pause: for a right that is missing it takes a person.
    private static final int AT_ONCE = 5;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    public boolean isIntended() {
        return entry.remarks().stream().anyMatch(remark -> remark.sentence().key().equals(INTENDED))
                || !requests().isEmpty();
    }

    private List<Sending> requests() {
        return entry.sendings().stream().skip(entry.planned()).toList();
    }

    /// Whether a request is to be sent now.
    boolean isDue(Instant now) {
        List<Sending> all = requests();
        return all.isEmpty() || all.getLast().answer().orElse(null) instanceof Sent.Refused(var _, var at)
                && (all.size() < AT_ONCE || !now.isBefore(at.plus(PAUSE)));
    }

    /// How it stands while the redrive goes on, instead of what the look found.
    public Finding.Going told(Finding.Going found) {
        List<Sending> all = requests();
        Phrase sentence = all.isEmpty() ? Phrase.of("proof.redrive.notAsked", found.sentence())
                : switch (all.getLast().answer().orElse(null)) {
                    case Sent.Taken _ -> Phrase.of("proof.redrive.asked", found.sentence());
                    case Sent.Refused(var failure, var _) ->
                        Phrase.of("proof.redrive.askRefused", found.sentence(), failure.sentence());
                    case Sent.Lost _ -> Phrase.of("proof.redrive.askLost", found.sentence());
                    case null -> Phrase.of("proof.redrive.askLost", found.sentence());
                };
        return new Finding.Going(sentence, found.done(), found.total(), found.back());
    }

    /// The same where SQS does not say how the redrive ended, and has not taken the cancel.
    Optional<Phrase> cameUntold() {
        return isLost() ? Optional.of(Phrase.of("proof.redrive.cancelLost")) : came(false);
    }

    private boolean isLost() {
        return requests().stream().anyMatch(one -> one.answer().isEmpty()
                || one.answer().get() instanceof Sent.Lost);
    }

    /// Whether SQS has taken one of the requests.
    boolean isTaken() {
        return requests().stream().anyMatch(one -> one.answer().orElse(null) instanceof Sent.Taken);
    }

    /// What came of it, for the verdict; empty where it never was to be cancelled.
    ///
    /// @param cancelled whether SQS says that the redrive was cancelled
    Optional<Phrase> came(boolean cancelled) {
        if (!isIntended()) {
            return Optional.empty();
        }
        List<Sending> all = requests();
        if (isTaken()) {
            return Optional.of(Phrase.of(cancelled ? "proof.redrive.wasTaken" : "proof.redrive.notCancelledTaken"));
        }
        if (isLost()) {
            return Optional.of(Phrase.of(cancelled ? "proof.redrive.wasLost" : "proof.redrive.notCancelledLost"));
        }
        if (all.isEmpty()) {
            return Optional.of(Phrase.of(cancelled ? "proof.redrive.wasUnasked" : "proof.redrive.notCancelledUnasked"));
        }
        Phrase why = ((Sent.Refused) all.getLast().answer().orElseThrow()).failure().sentence();
        return Optional.of(
                Phrase.of(cancelled ? "proof.redrive.wasRefused" : "proof.redrive.notCancelledRefused", why));
    }
}
