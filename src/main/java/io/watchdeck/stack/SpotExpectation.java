package io.watchdeck.stack;

import java.time.Duration;
import java.util.Optional;

/// What the design of a service expects of Spot, each part where the design says something.
///
/// @param interruptions of its Spot tasks so many per cent are interrupted
/// @param replacement   so long after the stop of an interrupted task another one runs in its place
public record SpotExpectation(Optional<Percent> interruptions, Optional<Duration> replacement) {

    /// Both ends belong to it.
    public record Percent(double from, double to) {}

    public static SpotExpectation none() {
        return new SpotExpectation(Optional.empty(), Optional.empty());
    }

    public boolean isNone() {
        return interruptions.isEmpty() && replacement.isEmpty();
    }
}
