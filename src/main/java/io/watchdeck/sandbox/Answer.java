package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.time.Instant;
import java.util.Optional;

/// What the account answers to a request that changes something, or leaves a trace.
///
/// @param <R> what is told when it is done
sealed interface Answer<R> {

    /// It is done.
    record Given<R>(R value, Instant at) implements Answer<R> {}

    /// Nothing was changed.
    record Refused<R>(Failure failure, Instant at) implements Answer<R> {}

    /// It was done, or not: nobody was told.
    record Lost<R>(Failure failure, Instant at) implements Answer<R> {}

    /// Does what is asked for, or refuses it.
    interface Deed<T, R> {
        Answer<R> on(SimulatedStack stack, T found, Instant now);
    }

    static Answer<Optional<String>> done(Instant at) {
        return new Given<>(Optional.empty(), at);
    }

    /// @param began id of what began
    static Answer<Optional<String>> done(String began, Instant at) {
        return new Given<>(Optional.of(began), at);
    }

    /// @param words AWS's error code and sentence
    static <R> Answer<R> refused(String words, String action, Instant at) {
        return new Refused<>(Failure.unexpected(words).withAction(action), at);
    }

    static Sent sent(Answer<Optional<String>> answer) {
        return switch (answer) {
            case Given<Optional<String>>(Optional<String> began, Instant at) -> new Sent.Taken(began, at);
            case Refused<Optional<String>>(Failure failure, Instant at) -> new Sent.Refused(failure, at);
            case Lost<Optional<String>>(Failure failure, Instant at) -> new Sent.Lost(failure, at);
        };
    }

    static <R> Reading<R> reading(Answer<R> answer) {
        return switch (answer) {
            case Given<R>(R value, Instant at) -> Reading.known(value, at);
            case Refused<R>(Failure failure, Instant at) -> Reading.unknown(failure, at);
            case Lost<R>(Failure failure, Instant at) -> Reading.unknown(failure, at);
        };
    }
}
