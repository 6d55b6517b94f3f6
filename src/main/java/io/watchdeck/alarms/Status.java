package io.watchdeck.alarms;

import java.time.Instant;
import java.util.Optional;

/// Where an occurrence stands between the moment it was raised and the moment it is over.
public sealed interface Status {

    /// Nobody has it.
    ///
    /// @param since    since when nobody has
    /// @param notified when somebody was last told
    record Open(Instant since, Instant notified) implements Status {}

    /// Somebody has it.
    record Acknowledged(Word word) implements Status {}

    /// Nobody has it, and nobody wants to hear of it for a time.
    record Snoozed(Word word) implements Status {
        public Snoozed {
            if (word.until().isEmpty()) {
                throw new IllegalArgumentException("a snooze has an end");
            }
        }
    }

    /// Over, for good: what comes back is another occurrence.
    ///
    /// @param last what was said of it in the end
    record Resolved(Instant at, Optional<Word> last) implements Status {}

    /// The word that holds, or the last that did.
    default Optional<Word> said() {
        return switch (this) {
            case Open _ -> Optional.empty();
            case Acknowledged(var word) -> Optional.of(word);
            case Snoozed(var word) -> Optional.of(word);
            case Resolved(var _, var last) -> last;
        };
    }
}
