package io.watchdeck.fleet.ledger;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How much of a time was watched, or is known from what ECS still remembered at the next look: an hour before somebody
/// watched is in it, and only stopped tasks and placements are known of that hour. Goes with every count and rate: an interruption of a gap is not counted because nobody
/// knows of it.
///
/// @param range   what was asked for, without what lies before the first look ever, of which nobody said that it was
///                known, and without what the next look will cover
/// @param watched within it
public record Attendance(TimeRange range, Watched watched) {

    /// The time since the last look is a gap only when an hour of it has passed: before that the next look covers it.
    ///
    /// @param since   where the first look ever began; empty where nobody ever looked
    /// @param watched of what was asked for
    public static Attendance of(TimeRange asked, Optional<Instant> since, Watched watched, Instant now) {
        Instant to = asked.to().isBefore(now) ? asked.to() : now;
        Instant end = watched.end().filter(last -> !now.isAfter(last.plus(Bookkeeping.SHOWN)) && last.isBefore(to))
                .orElse(to);
        Instant begin = since.orElse(end);
        Instant from = begin.isAfter(asked.from()) ? begin : asked.from();
        var range = new TimeRange(from.isBefore(end) ? from : end, end);
        return new Attendance(range, watched.within(range));
    }

    /// In which nobody looked, in order of time.
    public List<TimeRange> gaps() {
        return watched.gaps(range);
    }

    /// Whether anybody looked at all.
    public boolean isAny() {
        return !watched.parts().isEmpty();
    }

    /// The part of the range that was watched, from 0 to 1; 0 of no range.
    public double share() {
        Duration all = range.length();
        return all.isZero() ? 0 : (double) watched.length().toMillis() / all.toMillis();
    }
}
