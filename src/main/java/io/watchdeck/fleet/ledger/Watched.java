package io.watchdeck.fleet.ledger;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When somebody looked: intervals in order of time, which neither touch nor overlap.
///
/// @param parts what is left between them are gaps
public record Watched(List<TimeRange> parts) {

    public Watched {
        parts = List.copyOf(parts);
    }

    /// Of intervals in any order.
    public static Watched of(Collection<TimeRange> looks) {
        var joined = new ArrayList<TimeRange>();
        looks.stream().filter(one -> one.from().isBefore(one.to())).sorted(Comparator.comparing(TimeRange::from))
                .forEach(one -> {
                    if (!joined.isEmpty() && !joined.getLast().to().isBefore(one.from())) {
                        TimeRange before = joined.removeLast();
                        joined.add(new TimeRange(before.from(), later(before.to(), one.to())));
                    } else {
                        joined.add(one);
                    }
                });
        return new Watched(joined);
    }

    public static Watched never() {
        return new Watched(List.of());
    }

    /// What of it lies in a range.
    public Watched within(TimeRange range) {
        return of(parts.stream().filter(part -> part.from().isBefore(range.to()) && range.from().isBefore(part.to()))
                .map(part -> new TimeRange(later(part.from(), range.from()),
                        part.to().isBefore(range.to()) ? part.to() : range.to()))
                .toList());
    }

    /// What of a range nobody watched.
    public List<TimeRange> gaps(TimeRange range) {
        var gaps = new ArrayList<TimeRange>();
        Instant reached = range.from();
        for (TimeRange part : within(range).parts) {
            if (reached.isBefore(part.from())) {
                gaps.add(new TimeRange(reached, part.from()));
            }
            reached = part.to();
        }
        if (reached.isBefore(range.to())) {
            gaps.add(new TimeRange(reached, range.to()));
        }
        return gaps;
    }

    /// Both ends of a part count: what a look shows as of now belongs to it.
    public boolean contains(Instant at) {
        return parts.stream().anyMatch(part -> !at.isBefore(part.from()) && !at.isAfter(part.to()));
    }

    /// Whether something that went on from one instant to another could be seen.
    public boolean meets(Instant from, Instant to) {
        return parts.stream().anyMatch(part -> part.contains(from)
                || part.from().isBefore(to) && from.isBefore(part.to()));
    }

    public Duration length() {
        return parts.stream().map(TimeRange::length).reduce(Duration.ZERO, Duration::plus);
    }

    /// When somebody looked last.
    public Optional<Instant> end() {
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.getLast().to());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
