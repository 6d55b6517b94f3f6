package io.watchdeck.watch;

import java.time.Instant;
import java.util.Optional;

/// Which lines of a service's log somebody wants to see.
///
/// @param place   that a person chose; empty for the one that is nearest to the service
/// @param pattern a filter pattern of CloudWatch Logs; empty for all lines
/// @param around  the instant around which the lines are wanted, such as the cursor of the Timeline: an hour on either side
///                is searched for at most [LogTail#MOST]`/2` lines, and nothing is read again once all of them must have
///                arrived; empty to follow the newest lines
public record TailWish(Optional<LogPlace> place, String pattern, Optional<Instant> around) {

    /// The newest lines, as they come.
    public TailWish(Optional<LogPlace> place, String pattern) {
        this(place, pattern, Optional.empty());
    }

    /// All lines of the nearest place, as they come.
    public static TailWish everything() {
        return new TailWish(Optional.empty(), "");
    }

    /// The same lines, of a time that may be long ago.
    public TailWish around(Instant instant) {
        return new TailWish(place, pattern, Optional.of(instant));
    }
}
