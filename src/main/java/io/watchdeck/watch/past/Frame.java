package io.watchdeck.watch.past;

import java.time.Instant;
import java.util.List;

/// What a console was told of a place in a time without a break.
///
/// @param place   the account and Region, or the console itself
/// @param session when the console began to be told of the place
/// @param whole   whether it begins with all that was known at its begin, so that nothing before it is needed
/// @param told    in the order in which it came
/// @param heard   in the order in which they came
public record Frame(String place, Instant session, Instant from, Instant to, boolean whole, List<Told<?, ?>> told,
        List<Heard> heard) {

    public Frame {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a frame from " + from + " to " + to);
        }
        told = List.copyOf(told);
        heard = List.copyOf(heard);
    }
}
