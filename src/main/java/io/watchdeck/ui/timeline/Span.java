package io.watchdeck.ui.timeline;

import java.time.Duration;

/// How long a time the lanes show.
public enum Span {
    DAY("24h", Duration.ofHours(24)), DAYS("3d", Duration.ofDays(3)), WEEK("7d", Duration.ofDays(7)), MONTH("30d",
            Duration.ofDays(30));

    private final String word;
    private final Duration length;

    Span(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    String word() {
        return word;
    }

    Duration length() {
        return length;
    }

    /// The shortest that is long enough; the longest where none is.
    static Span holding(Duration wanted, Span least) {
        for (Span one : values()) {
            if (one.compareTo(least) >= 0 && one.length.compareTo(wanted) >= 0) {
                return one;
            }
        }
        return MONTH;
    }
}
