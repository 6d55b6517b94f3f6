package io.watchdeck.watch;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a stack is fine, in words, with the reasons worst first.
///
/// @param headline what needs someone, or "nothing to do"
/// @param second   the next reason or an explanation; may be empty
/// @param since    since when it has had this severity, as far as is known
/// @param open     the conditions in alarm, worst first; within a severity those that nobody has first
/// @param held     how the worst of it is held, where somebody has all of it or nobody wants to hear of it: the word that
///                 ends first. Empty while any of it is open
public record Verdict(Severity severity, Phrase headline, Optional<Phrase> second, Optional<Instant> since,
        List<Condition> open, Optional<Status> held) {
    public Verdict {
        open = List.copyOf(open);
    }

    /// Each trouble once, though a rule and an alarm, or two thresholds, may both tell of it: the worst of them.
    public List<Condition> troubles() {
        var told = new ArrayList<Condition>();
        for (Condition condition : open) {
            if (told.stream().noneMatch(other -> same(other, condition))) {
                told.add(condition);
            }
        }
        return told;
    }

    private static boolean same(Condition a, Condition b) {
        return a.on().equals(b.on()) && a.topic().equals(b.topic());
    }
}
