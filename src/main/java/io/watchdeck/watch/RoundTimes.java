package io.watchdeck.watch;

import io.watchdeck.watch.WatchComposer.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// When the last round of readings ended, and when AWS last answered: a round in which nobody answers makes nothing
/// newer. Any thread.
final class RoundTimes {

    private Optional<Instant> ended = Optional.empty();
    private Optional<Instant> answered = Optional.empty();

    /// @param answer when AWS last answered whoever has read; empty where it never did
    synchronized void end(Instant at, Optional<Instant> answer) {
        ended = Optional.of(at);
        answered = Stream.concat(answered.filter(before -> !before.isAfter(at)).stream(), answer.stream())
                .max(Comparator.naturalOrder());
    }

    /// @param every from the end of a round to the begin of the next
    synchronized Rounds rounds(boolean refreshing, boolean paused, Duration every) {
        return new Rounds(refreshing, answered, paused ? Optional.empty() : ended.map(at -> at.plus(every)), every);
    }
}
