package io.watchdeck.operations;

import io.watchdeck.model.Phrase;
import java.time.Instant;
import java.util.Locale;

/// What an operation came to, once it has been read back.
///
/// @param sentence says it with its figures
public record Verdict(Result result, Phrase sentence, Instant at) {

    public enum Result {
        /// It did what it was to do.
        WORKED,
        /// It was done, and did not come to what it was to come to.
        FAILED,
        /// Nothing was changed.
        NOT_DONE,
        /// A part was done and the rest was not.
        PARTLY,
        /// Somebody ended it before its end.
        CANCELLED,
        /// Whether it was done, or what came of it, could not be found out.
        NOT_KNOWN;

        /// The word in keys of texts and in exports, such as `notKnown`.
        public String word() {
            return switch (this) {
                case NOT_DONE -> "notDone";
                case NOT_KNOWN -> "notKnown";
                case WORKED, FAILED, PARTLY, CANCELLED -> name().toLowerCase(Locale.ROOT);
            };
        }
    }
}
