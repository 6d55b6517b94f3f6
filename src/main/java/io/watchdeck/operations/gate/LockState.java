package io.watchdeck.operations.gate;

import java.time.Instant;

/// Whether operations on a stack may run.
public sealed interface LockState {

    /// Never.
    ///
    /// @param byFile because its stack file says so, and not the command line
    record ReadOnly(boolean byFile) implements LockState {}

    /// Not before a person unlocks it: a production stack.
    record Locked() implements LockState {}

    /// @param until when it locks by itself
    record Unlocked(Instant until) implements LockState {}

    /// It is no production stack, and needs no unlocking.
    record Free() implements LockState {}

    default boolean isOpen() {
        return switch (this) {
            case Unlocked _, Free() -> true;
            case ReadOnly _, Locked() -> false;
        };
    }
}
