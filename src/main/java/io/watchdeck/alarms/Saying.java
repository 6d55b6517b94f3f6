package io.watchdeck.alarms;

import io.watchdeck.model.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a person says of occurrences, before it is known who says it when.
public sealed interface Saying {

    /// The occurrences that are meant; no other is touched.
    Set<UUID> on();

    /// The event that it is for an occurrence.
    ///
    /// @param severity of the occurrence now
    AlarmEvent by(String person, Instant at, Severity severity);

    /// Takes them up.
    ///
    /// @param until empty holds until OK
    /// @param note  may be empty
    record Acknowledge(Set<UUID> on, Optional<Instant> until, String note) implements Saying {
        public Acknowledge {
            on = Set.copyOf(on);
        }

        @Override
        public AlarmEvent by(String person, Instant at, Severity severity) {
            return new AlarmEvent.Acknowledged(new Word(person, at, until, note, severity));
        }
    }

    /// Does not want to hear of them for a time; nobody has them.
    ///
    /// @param note may be empty
    record Snooze(Set<UUID> on, Instant until, String note) implements Saying {
        public Snooze {
            on = Set.copyOf(on);
        }

        @Override
        public AlarmEvent by(String person, Instant at, Severity severity) {
            return new AlarmEvent.Snoozed(new Word(person, at, Optional.of(until), note, severity));
        }
    }
}
