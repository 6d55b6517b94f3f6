package io.watchdeck;

import io.watchdeck.instance.Request;
import io.watchdeck.model.Phrase;
import io.watchdeck.store.Database;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Optional;

/// What a command wants written out of the history. Fulfilled by the running console for it, or by the command itself, in
/// the same way.
interface HistoryWish {

    Request request(Words words);

    /// What a person at a terminal is told while it takes long; empty where it does not.
    default Optional<Phrase> atWork() {
        return Optional.empty();
    }

    /// @param words in which it speaks
    /// @throws Refusal     when nothing is kept of what is wished
    /// @throws IOException when it cannot be written
    void fulfil(Database history, Words words, Instant now, Writer out) throws IOException;
}
