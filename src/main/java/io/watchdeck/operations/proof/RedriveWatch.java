package io.watchdeck.operations.proof;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import java.time.Instant;
import java.util.Optional;

/// The watching of a redrive whose move is over. The next redrive or purge of the same queue ends it: what is in the queue
/// from then on tells nothing of the messages that were moved before.
public record RedriveWatch(JournalEntry entry, Optional<Finding.Going> last) {

    /// @param now when the next operation begins
    /// @return the verdict so far; empty where the next operation leaves it alone, or the move goes on
    public Optional<Verdict> endedBy(Operation next, Instant now) {
        boolean touches = (next instanceof Operation.Redrive || next instanceof Operation.Purge)
                && entry.operation() instanceof Operation.Redrive && next.stack().equals(entry.operation().stack())
                && next.target().equals(entry.operation().target());
        return last.filter(_ -> touches).filter(going -> RedriveProof.isOver(going.sentence().key()))
                .map(going -> soFar(going, now));
    }

    private static Verdict soFar(Finding.Going going, Instant now) {
        if (going.done().isEmpty() || going.total().isEmpty() || going.back().isEmpty()) {
            return new Verdict(Result.NOT_KNOWN, Phrase.of("proof.redrive.soFarUncounted", new When(now, now)), now);
        }
        long back = going.back().getAsLong();
        var count = new RedriveCount(going.total().getAsLong(), going.done().getAsLong(), 0, back);
        Result result = back == 0 ? Result.NOT_KNOWN : count.accepted() > 0 ? Result.PARTLY : Result.FAILED;
        return new Verdict(result, Phrase.of("proof.redrive.soFar", count.moved(),
                count.total(), count.back(), count.remaining(), count.unaccounted(), new When(now, now)), now);
    }
}
