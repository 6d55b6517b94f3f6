package io.watchdeck.watch;

import java.util.Optional;

/// Which lines of a service's log somebody wants to follow.
///
/// @param place   that a person chose; empty for the one that is nearest to the service
/// @param pattern a filter pattern of CloudWatch Logs; empty for all lines
public record TailWish(Optional<LogPlace> place, String pattern) {

    /// All lines of the nearest place.
    public static TailWish everything() {
        return new TailWish(Optional.empty(), "");
    }
}
