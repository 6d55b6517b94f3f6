package io.watchdeck.ui.activity;

import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict.Result;
import java.util.Locale;

/// Which operations are listed by what they came to.
enum Outcome {
    ALL, WORKED,
    /// Whatever ended in another way than it was to: somebody may have to put something right.
    LOOK;

    boolean contains(JournalEntry entry) {
        boolean worked = entry.verdict().filter(verdict -> verdict.result() == Result.WORKED).isPresent();
        return switch (this) {
            case ALL -> true;
            case WORKED -> worked;
            case LOOK -> entry.isOver() && !worked;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
