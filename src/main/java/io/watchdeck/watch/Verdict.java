package io.watchdeck.watch;

import io.watchdeck.alarms.Condition;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether a stack is fine, in words, with the reasons worst first.
///
/// @param headline what needs someone, or "nothing to do"
/// @param second   the next reason or an explanation; may be empty
/// @param since    since when it has had this severity, as far as is known
/// @param open     the conditions in alarm, worst first and newest first within a severity
public record Verdict(Severity severity, Phrase headline, Optional<Phrase> second, Optional<Instant> since,
        List<Condition> open) {
    public Verdict {
        open = List.copyOf(open);
    }
}
