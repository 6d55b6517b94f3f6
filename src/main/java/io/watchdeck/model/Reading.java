package io.watchdeck.model;

import java.time.Instant;
import java.util.function.Function;

/// One answer: a value with the instant it was true, or the reason why it is not known. What every port returns.
public sealed interface Reading<T> {

    record Known<T>(T value, Instant asOf) implements Reading<T> {}

    record Unknown<T>(Failure failure, Instant at) implements Reading<T> {}

    static <T> Reading<T> known(T value, Instant asOf) {
        return new Known<>(value, asOf);
    }

    static <T> Reading<T> unknown(Failure failure, Instant at) {
        return new Unknown<>(failure, at);
    }

    /// When the answer came: of the value, or of the failure.
    default Instant at() {
        return switch (this) {
            case Known<T>(var _, var asOf) -> asOf;
            case Unknown<T>(var _, var at) -> at;
        };
    }

    default <R> Reading<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Known<T>(var value, var asOf) -> new Known<>(change.apply(value), asOf);
            case Unknown<T>(var failure, var at) -> new Unknown<>(failure, at);
        };
    }

    default <R> Reading<R> flatMap(Function<? super T, Reading<R>> change) {
        return switch (this) {
            case Known<T>(var value, var _) -> change.apply(value);
            case Unknown<T>(var failure, var at) -> new Unknown<>(failure, at);
        };
    }
}
