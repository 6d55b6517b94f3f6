package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;

/// A stretch of time that is looked at, and the bounds within which it can be moved.
///
/// @param oldest of what can be kept
/// @param newest now
record TimeWindow(TimeRange range, Instant oldest, Instant newest) {

    /// Below, a chart has hardly two samples.
    static final Duration SHORTEST = Duration.ofMinutes(5);

    /// The time between two instants, in whichever order, widened to what can be seen.
    TimeRange between(Instant one, Instant other) {
        Instant from = one.isBefore(other) ? one : other;
        Instant to = one.isBefore(other) ? other : one;
        Duration lacking = SHORTEST.minus(Duration.between(from, to));
        return lacking.isPositive() ? bounded(from.minus(lacking.dividedBy(2)), SHORTEST)
                : bounded(from, Duration.between(from, to));
    }

    /// Shorter or longer, with one instant staying where it is.
    ///
    /// @param factor of the length: below 1 shows less and larger
    TimeRange zoomed(Instant about, double factor) {
        long most = Duration.between(oldest, newest).toMillis();
        long length = Math.clamp((long) (range.length().toMillis() * factor), SHORTEST.toMillis(),
                Math.max(SHORTEST.toMillis(), most));
        double share = Duration.between(range.from(), about).toMillis()
                / (double) Math.max(1, range.length().toMillis());
        return bounded(about.minusMillis((long) (length * share)), Duration.ofMillis(length));
    }

    /// Earlier by a negative time.
    TimeRange moved(Duration by) {
        return bounded(range.from().plus(by), range.length());
    }

    private TimeRange bounded(Instant from, Duration length) {
        Instant start = from.isBefore(oldest) ? oldest : from;
        Instant latest = newest.minus(length);
        Instant begin = start.isAfter(latest) ? latest : start;
        return new TimeRange(begin, begin.plus(length));
    }
}
