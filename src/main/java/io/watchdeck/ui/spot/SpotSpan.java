package io.watchdeck.ui.spot;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How far back the screen looks.
enum SpotSpan {
    DAY(1), WEEK(7), MONTH(30), QUARTER(90);

    private final Duration length;

    SpotSpan(int days) {
        length = Duration.ofDays(days);
    }

    /// With what the newest reading shows as of its end.
    TimeRange until(Instant now) {
        return new TimeRange(now.minus(length), now.plusNanos(1));
    }

    Duration length() {
        return length;
    }

    /// Whether hours can be told apart in a picture of it.
    boolean hasHours() {
        return compareTo(WEEK) <= 0;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
