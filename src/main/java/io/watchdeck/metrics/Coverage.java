package io.watchdeck.metrics;

import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A time in which a figure was read, or in which it was to be read and was not. Of any other time nobody asked: the
/// console was not running, or nobody needed the figure.
///
/// @param missed why it was not read; empty when it was
public record Coverage(TimeRange range, Optional<Failure.Kind> missed) {

    public static Coverage read(TimeRange range) {
        return new Coverage(range, Optional.empty());
    }

    public static Coverage missed(TimeRange range, Failure.Kind why) {
        return new Coverage(range, Optional.of(why));
    }

    /// The older ones and a newer one, in order of time, none overlapping: the newer answer counts for its own time, and
    /// neighbours that say the same become one.
    public static List<Coverage> together(List<Coverage> older, Coverage newer) {
        var parts = new ArrayList<Coverage>();
        older.forEach(old -> {
            add(parts, old, old.range.from(), earlier(old.range.to(), newer.range.from()));
            add(parts, old, later(old.range.from(), newer.range.to()), old.range.to());
        });
        add(parts, newer, newer.range.from(), newer.range.to());
        parts.sort(Comparator.comparing(part -> part.range.from()));
        var result = new ArrayList<Coverage>();
        for (Coverage part : parts) {
            if (!result.isEmpty() && result.getLast().continues(part)) {
                Coverage last = result.removeLast();
                result.add(new Coverage(new TimeRange(last.range.from(), part.range.to()), last.missed));
            } else {
                result.add(part);
            }
        }
        return List.copyOf(result);
    }

    /// What of it lies in the range; empty when nothing does.
    public Optional<Coverage> within(TimeRange some) {
        Instant from = later(range.from(), some.from());
        Instant to = earlier(range.to(), some.to());
        return from.isBefore(to) ? Optional.of(new Coverage(new TimeRange(from, to), missed)) : Optional.empty();
    }

    private boolean continues(Coverage next) {
        return range.to().equals(next.range.from()) && missed.equals(next.missed);
    }

    private static void add(List<Coverage> parts, Coverage of, Instant from, Instant to) {
        if (from.isBefore(to)) {
            parts.add(new Coverage(new TimeRange(from, to), of.missed));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
