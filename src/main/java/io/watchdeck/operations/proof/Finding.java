package io.watchdeck.operations.proof;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What one look at a running operation found.
public sealed interface Finding {

    /// @param done  of what is to be done, in tasks or messages; empty where it is not counted
    /// @param total of the same
    /// @param back  messages that came back, approximately; empty for everything but a redrive
    record Going(Phrase sentence, OptionalLong done, OptionalLong total, OptionalLong back) implements Finding {}

    record Ended(Verdict verdict) implements Finding {}

    /// A redrive is to be cancelled, because it does more harm than good.
    ///
    /// @param handle of its move task; empty where SQS tells none, so that it cannot be cancelled now
    /// @param going  how far it is
    record Stop(Phrase why, Optional<String> handle, Going going) implements Finding {}

    static Finding going(String key, Object... arguments) {
        return new Going(Phrase.of(key, arguments), OptionalLong.empty(), OptionalLong.empty(),
                OptionalLong.empty());
    }

    static Finding going(long done, long total, String key, Object... arguments) {
        return new Going(Phrase.of(key, arguments), OptionalLong.of(done), OptionalLong.of(total),
                OptionalLong.empty());
    }

    static Finding ended(Instant at, Result result, String key, Object... arguments) {
        return new Ended(new Verdict(result, Phrase.of(key, arguments), at));
    }
}
