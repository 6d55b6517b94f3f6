package io.watchdeck.model;

import java.time.Duration;
import java.time.Instant;

/// A half-open interval: `from` belongs to it, `to` does not, as CloudWatch counts.
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("range ends before it begins: " + from + " to " + to);
        }
    }

    public static TimeRange last(Duration length, Instant end) {
        return new TimeRange(end.minus(length), end);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
