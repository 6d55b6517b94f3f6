package io.watchdeck.ui.timeline;

import io.watchdeck.words.Words;
import java.time.Duration;

/// Says how far something is from the cursor, and how long a thing took, to the second while that is told apart.
record Offset(Words words) {

    private static final int SECONDS_TOLD = 60;

    String of(Duration fromCursor) {
        long seconds = Math.round(fromCursor.toMillis() / 1000.0);
        return seconds == 0 ? words.say("ui.timeline.atCursor")
                : words.say(seconds < 0 ? "ui.timeline.before" : "ui.timeline.after",
                        length(Duration.ofSeconds(Math.abs(seconds))));
    }

    /// `41 s`, `2 min 2 s`, `1 h 5 min`.
    String length(Duration length) {
        long minutes = length.toMinutes();
        return minutes > 0 && minutes < SECONDS_TOLD && length.toSecondsPart() > 0
                ? words.say("ui.timeline.minutesSeconds", minutes, length.toSecondsPart()) : words.span(length);
    }
}
