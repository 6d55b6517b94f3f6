package io.watchdeck.alarms;

import io.watchdeck.model.Severity;
import java.time.Instant;
import java.util.Optional;

/// A person's word on an occurrence.
///
/// @param person who gave it
/// @param until  when it ends by itself; empty holds until OK
/// @param note   may be empty
/// @param on     how severe the occurrence was when it was given
public record Word(String person, Instant at, Optional<Instant> until, String note, Severity on) {

    public Word {
        if (person.isBlank()) {
            throw new IllegalArgumentException("a word is somebody's");
        }
        if (until.filter(end -> !end.isAfter(at)).isPresent()) {
            throw new IllegalArgumentException("a word that ends at " + until.get() + " is over at " + at);
        }
    }

    /// Whether its time has come.
    boolean isOver(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }
}
