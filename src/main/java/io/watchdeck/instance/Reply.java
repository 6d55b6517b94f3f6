package io.watchdeck.instance;

import java.util.Optional;
import java.util.OptionalLong;

/// What came of asking the running console.
public sealed interface Reply {

    /// No console runs.
    record Nobody() implements Reply {}

    /// One runs and says nothing.
    ///
    /// @param process its id, where it is known
    record Silent(OptionalLong process) implements Reply {}

    /// It does not answer this question; nothing of an answer came.
    ///
    /// @param why one word
    record Declined(String why) implements Reply {}

    /// It stopped in the middle of its answer.
    record Broken() implements Reply {}

    /// @param code the exit code that the command has to end with
    /// @param says one sentence for a person
    record Ended(int code, Optional<String> says) implements Reply {}
}
