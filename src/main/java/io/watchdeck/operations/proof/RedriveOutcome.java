package io.watchdeck.operations.proof;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import java.util.List;
import java.util.Optional;

/// How many messages a redrive moved, and how many of them came back, as its verdict counts them.
public record RedriveOutcome(long moved, long back) {

    /// Verdicts that count have at least so many figures, of which the first three are what was moved, of how many, and what
    /// came back.
    private static final int COUNTS = 5;

    /// Empty where it has no verdict yet, or one that does not count.
    public static Optional<RedriveOutcome> of(JournalEntry entry) {
        return entry.operation() instanceof Operation.Redrive
                ? entry.verdict().flatMap(verdict -> of(verdict.sentence())) : Optional.empty();
    }

    private static Optional<RedriveOutcome> of(Phrase sentence) {
        List<Object> told = List.copyOf(sentence.arguments());
        return told.size() >= COUNTS && told.get(0) instanceof Number moved && told.get(1) instanceof Number
                && told.get(2) instanceof Number back
                        ? Optional.of(new RedriveOutcome(moved.longValue(), back.longValue())) : Optional.empty();
    }
}
