package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import java.util.Optional;

/// What the palette can do for a person.
sealed interface Deed {

    /// The stack that it changes; empty where it changes nothing in the cloud.
    default Optional<StackId> changes() {
        return Optional.empty();
    }

    /// Goes there.
    record Go(Place place) implements Deed {}

    /// Opens the dialog of an operation, as its button on a screen does.
    record Change(Operation wish) implements Deed {
        @Override
        public Optional<StackId> changes() {
            return Optional.of(wish.stack());
        }
    }

    /// Unlocks a stack that is locked, and locks one that is not.
    record Lock(StackId stack) implements Deed {}

    /// Copies what is told of a failure.
    record CopyDetails(String text) implements Deed {}

    /// Does what the window itself can do.
    record Order(Command command) implements Deed {}
}
