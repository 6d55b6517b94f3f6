package io.watchdeck.ui.activity;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How far back the list goes.
enum Span {
    DAY(1), WEEK(7), MONTH(30), YEAR(365),
    /// As far as the journal is kept.
    ALL(0);

    private final int days;

    Span(int days) {
        this.days = days;
    }

    /// What has just begun is in it, also where another clock wrote it down.
    TimeRange until(Instant now) {
        return new TimeRange(days == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(days)),
                now.plus(Duration.ofDays(1)));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
