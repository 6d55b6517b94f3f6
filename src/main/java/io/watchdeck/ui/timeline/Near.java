package io.watchdeck.ui.timeline;

import java.time.Duration;

/// How far around the cursor events are listed.
public enum Near {
    MINUTES("2min", Duration.ofMinutes(2)), TEN_MINUTES("10min", Duration.ofMinutes(10)), HOUR("1h",
            Duration.ofHours(1));

    private final String word;
    private final Duration each;

    Near(String word, Duration each) {
        this.word = word;
        this.each = each;
    }

    String word() {
        return word;
    }

    /// To either side.
    Duration each() {
        return each;
    }
}
