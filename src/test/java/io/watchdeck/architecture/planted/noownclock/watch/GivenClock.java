package io.watchdeck.architecture.planted.noownclock.watch;

import io.watchdeck.architecture.planted.Right;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@Right
public record GivenClock(Clock clock) {
    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
