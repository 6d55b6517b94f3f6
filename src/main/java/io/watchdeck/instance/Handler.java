package io.watchdeck.instance;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/// Answers what other processes ask the console. Called on a thread of its own for each question.
public interface Handler {

    /// @param text takes the answer as it comes; writing waits where the asker reads slowly. Flushing it now and then tells
    ///             an asker who hears nothing for a minute, and would give up, that the answer goes on
    /// @throws IOException when the asker has gone
    Outcome answer(Request request, Writer text) throws IOException;

    /// How an answer ends.
    sealed interface Outcome {}

    /// @param code the exit code of the command that asked
    /// @param says one sentence for a person
    record Done(int code, Optional<String> says) implements Outcome {}

    /// The question is not for this console: whoever asked does it without.
    ///
    /// @param why one word
    record Declined(String why) implements Outcome {}
}
