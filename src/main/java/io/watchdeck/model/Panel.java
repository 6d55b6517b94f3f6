package io.watchdeck.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A figure with the rhythm in which it is read, from which its freshness follows.
///
/// @param every the interval between two readings; "late" and "stale" are multiples of it
public record Panel<T>(Loadable<T> state, Duration every) {

    public Freshness freshness(Instant now) {
        return switch (state) {
            case Loadable.Loading<T>() -> Freshness.ASKING;
            case Loadable.Failed<T> _ -> Freshness.MISSING;
            case Loadable.Ready<T>(var _, var asOf) -> ofAge(asOf, now);
            // Nobody can ask without a sign-in; and where there is nothing newer, asking makes it no younger.
            case Loadable.Stale<T>(var _, var asOf, var failure) -> switch (failure.kind()) {
                case EXPIRED, ABSENT -> Freshness.STALE;
                case DENIED, THROTTLED, UNREACHABLE, NOT_FOUND, WRONG_ACCOUNT, NOT_KEPT, CAPPED, UNEXPECTED ->
                    ofAge(asOf, now);
            };
        };
    }

    /// The last good value, unless it is stale: what may decide a severity.
    public Optional<T> deciding(Instant now) {
        return switch (freshness(now)) {
            case ON_TIME, LATE -> state.latest();
            case STALE, ASKING, MISSING -> Optional.empty();
        };
    }

    private Freshness ofAge(Instant asOf, Instant now) {
        long age = asOf.until(now, ChronoUnit.MILLIS);
        long interval = every.toMillis();
        return age > 5 * interval ? Freshness.STALE : age > 2 * interval ? Freshness.LATE : Freshness.ON_TIME;
    }

    public <R> Panel<R> map(java.util.function.Function<? super T, ? extends R> change) {
        return new Panel<>(state.map(change), every);
    }
}
