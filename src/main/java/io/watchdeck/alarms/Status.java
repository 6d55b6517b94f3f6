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

    /// A person's word holds.
    sealed interface Held extends Status {
        Word word();
    }

    /// Somebody has it.
    record Acknowledged(Word word) implements Held {}

    /// Nobody has it, and nobody wants to hear of it for a time.
    record Snoozed(Word word) implements Held {
        public Snoozed {
            if (word.until().isEmpty()) {
                throw new IllegalArgumentException("a snooze has an end");
            }
        }
    }

    /// Over, for good: what comes back is another occurrence.
    sealed interface Over extends Status {
        Instant at();

        /// How it was held in the end; empty where nobody had it.
        Optional<Held> last();
    }

    /// What it is about was found to be OK.
    record Resolved(Instant at, Optional<Held> last) implements Over {}

    /// Nothing can tell of it any more. Whether what it is about is OK nobody knows.
    record Closed(Instant at, Why why, Optional<Held> last) implements Over {

        /// Why nothing can tell of it.
        public enum Why {
            /// AWS has answered that the component, or the CloudWatch alarm, does not exist.
            NO_LONGER_EXISTS,
            /// The stack file names the rule, or the component, no more.
            NOT_WATCHED
        }
    }

    /// How it is held, or was in the end.
    default Optional<Held> held() {
        return switch (this) {
            case Open _ -> Optional.empty();
            case Held held -> Optional.of(held);
            case Over over -> over.last();
        };
    }

    /// The word that holds, or the last that did.
    default Optional<Word> said() {
        return held().map(Held::word);
    }
}
