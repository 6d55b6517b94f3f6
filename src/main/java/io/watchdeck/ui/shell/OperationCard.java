package io.watchdeck.ui.shell;

import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.ui.kit.Tone;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a person is told of an operation over the screen.
///
/// @param id     of its journal entry, where it has one
/// @param result of one that has ended
/// @param offer  what the reminder is about
/// @param since  it is told
record OperationCard(UUID id, Kind kind, Optional<Result> result, String title, String text, Optional<Offer> offer,
        Instant since) {

    enum Kind {
        /// It came to its verdict.
        ENDED,
        /// It was confirmed and nothing was sent: no entry tells of it.
        DECLINED,
        /// It had left when somebody wanted to stop it.
        SENT,
        /// Somebody wanted to be reminded of it.
        REMINDER
    }

    /// @param label of its button
    record Offer(String label, Operation operation) {}

    Tone tone() {
        return result.map(Tone::of).orElse(Tone.NOTICE);
    }

    /// Its entry in Activity; empty where there is none.
    Optional<Place> place() {
        return kind == Kind.DECLINED ? Optional.empty() : Optional.of(Place.ofEntry(id));
    }
}
