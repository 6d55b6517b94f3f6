package io.watchdeck.ui.shell;

import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.util.Optional;
import java.util.UUID;

/// What a person is told of an operation below the screen.
///
/// @param id     of its journal entry
/// @param result of one that has ended; empty for a reminder
/// @param offer  what the reminder is about
record OperationCard(UUID id, Optional<Result> result, String title, String text, Optional<Offer> offer) {

    /// @param label of its button
    record Offer(String label, Operation operation) {}
}
