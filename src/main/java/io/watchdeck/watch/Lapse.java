package io.watchdeck.watch;

import java.time.Duration;
import java.time.Instant;

/// Whether a time has passed since something happened.
final class Lapse {

    private Lapse() {}

    /// A time that is still to come was told by a clock that has been put back since: nobody knows how long ago that was.
    static boolean isOver(Instant since, Duration length, Instant now) {
        return since.isAfter(now) || !since.plus(length).isAfter(now);
    }
}
