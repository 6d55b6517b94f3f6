package io.watchdeck.model;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// What is known of a figure over time. A view switches over the four cases, so each of them has its own look:
/// asked for the first time, known, known from before but the last try failed, and never known.
public sealed interface Loadable<T> {

    /// Asked, no answer yet.
    record Loading<T>() implements Loadable<T> {}

    record Ready<T>(T value, Instant asOf) implements Loadable<T> {}

    /// The last try failed; the value of the last good one is kept with its own time.
    record Stale<T>(T value, Instant asOf, Failure failure) implements Loadable<T> {}

    /// No try has succeeded.
    record Failed<T>(Failure failure, Instant at) implements Loadable<T> {}

    static <T> Loadable<T> loading() {
        return new Loading<>();
    }

    static <T> Loadable<T> of(Reading<T> reading) {
        return switch (reading) {
            case Reading.Known<T>(var value, var asOf) -> new Ready<>(value, asOf);
            case Reading.Unknown<T>(var failure, var at) -> new Failed<>(failure, at);
        };
    }

    /// What is known after one more answer: a failure keeps the last good value, except when the thing is gone,
    /// belongs to another account or has no figure, because then the old value is no longer a statement about it.
    default Loadable<T> then(Reading<T> reading) {
        return switch (reading) {
            case Reading.Known<T>(var value, var asOf) -> new Ready<>(value, asOf);
            case Reading.Unknown<T>(var failure, var at) -> switch (failure.kind()) {
                case NOT_FOUND, WRONG_ACCOUNT, NOT_KEPT, ABSENT -> new Failed<>(failure, at);
                case EXPIRED, DENIED, THROTTLED, UNREACHABLE, CAPPED, UNEXPECTED -> switch (this) {
                    case Loading<T>() -> new Failed<>(failure, at);
                    case Ready<T>(var value, var asOf) -> new Stale<>(value, asOf, failure);
                    case Stale<T>(var value, var asOf, var _) -> new Stale<>(value, asOf, failure);
                    case Failed<T> _ -> new Failed<>(failure, at);
                };
            };
        };
    }

    /// The last good value, fresh or stale.
    default Optional<T> latest() {
        return switch (this) {
            case Ready<T>(var value, var _) -> Optional.of(value);
            case Stale<T>(var value, var _, var _) -> Optional.of(value);
            case Loading<T>() -> Optional.empty();
            case Failed<T> _ -> Optional.empty();
        };
    }

    /// When the last good value was true.
    default Optional<Instant> latestAsOf() {
        return switch (this) {
            case Ready<T>(var _, var asOf) -> Optional.of(asOf);
            case Stale<T>(var _, var asOf, var _) -> Optional.of(asOf);
            case Loading<T>() -> Optional.empty();
            case Failed<T> _ -> Optional.empty();
        };
    }

    default Optional<Failure> problem() {
        return switch (this) {
            case Stale<T>(var _, var _, var failure) -> Optional.of(failure);
            case Failed<T>(var failure, var _) -> Optional.of(failure);
            case Loading<T>() -> Optional.empty();
            case Ready<T> _ -> Optional.empty();
        };
    }

    default <R> Loadable<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Loading<T>() -> new Loading<>();
            case Ready<T>(var value, var asOf) -> new Ready<>(change.apply(value), asOf);
            case Stale<T>(var value, var asOf, var failure) -> new Stale<>(change.apply(value), asOf, failure);
            case Failed<T>(var failure, var at) -> new Failed<>(failure, at);
        };
    }

    /// Like [#map], where the change itself may find no figure in the value. In a stale value that is no statement about
    /// now, so that the failure of the last try is told.
    default <R> Loadable<R> flatMap(Function<? super T, Reading<R>> change) {
        return switch (this) {
            case Loading<T>() -> new Loading<>();
            case Ready<T>(var value, var _) -> of(change.apply(value));
            case Stale<T>(var value, var _, var failure) -> switch (change.apply(value)) {
                case Reading.Known<R>(var inner, var asOf) -> new Stale<>(inner, asOf, failure);
                case Reading.Unknown<R>(var _, var at) -> new Failed<>(failure, at);
            };
            case Failed<T>(var failure, var at) -> new Failed<>(failure, at);
        };
    }
}
