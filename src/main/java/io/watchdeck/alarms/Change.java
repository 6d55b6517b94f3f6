package io.watchdeck.alarms;

import java.time.Instant;
import java.util.Optional;

/// What an event made of an occurrence.
///
/// @param tell why somebody is to be told; empty where nobody is
public record Change(Instant at, Occurrence after, Optional<Reason> tell) {

    /// Why somebody is told of an occurrence.
    public enum Reason {
        /// It is new.
        RAISED,
        /// It got worse.
        ROSE,
        /// The time of a person's word is over.
        WORD_ENDED,
        /// Nobody has taken it up yet.
        NAG;

        public String word() {
            return switch (this) {
                case RAISED -> "raised";
                case ROSE -> "rose";
                case WORD_ENDED -> "wordEnded";
                case NAG -> "nag";
            };
        }
    }
}
