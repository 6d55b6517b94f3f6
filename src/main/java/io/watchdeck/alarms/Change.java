package io.watchdeck.alarms;

import java.time.Instant;
import java.util.Optional;

/// What an event made of an occurrence.
///
/// @param tells whether somebody is to be told
public record Change(Instant at, What what, boolean tells, Occurrence after) {

    public enum What {
        /// It is new.
        RAISED,
        /// It got worse.
        ROSE,
        /// It got milder.
        FELL,
        /// It is found with another value, or by another rule that is as severe; it is not known any more how it is, or is
        /// known again.
        MOVED,
        /// A person has taken it up.
        ACKNOWLEDGED,
        /// A person does not want to hear of it for a time.
        SNOOZED,
        /// The time of a person's word is over.
        WORD_ENDED,
        /// Nobody has taken it up yet.
        NAGGED,
        /// It is OK.
        RESOLVED,
        /// Nothing can tell of it any more.
        CLOSED
    }

    /// Why somebody is told; empty where nobody is.
    public Optional<What> tell() {
        return tells ? Optional.of(what) : Optional.empty();
    }
}
