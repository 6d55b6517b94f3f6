package io.watchdeck.timeline;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Which events somebody wants to see, the newest first.
///
/// @param stacks empty for all
/// @param kinds  empty for all
/// @param text   part of what is said, of a detail or of a component's name, whatever its case; empty for all
/// @param most   so many at a time
/// @param after  goes on after that event; empty for the newest
public record EventQuery(TimeRange range, Set<StackId> stacks, Set<TimelineEvent.Kind> kinds, String text, int most,
        Optional<Mark> after) {

    public EventQuery {
        stacks = Set.copyOf(stacks);
        kinds = Set.copyOf(kinds);
        if (most < 1) {
            throw new IllegalArgumentException("no page has " + most + " events");
        }
    }

    /// Where a page ended.
    public record Mark(Instant at, String id) {}

    /// The same, going on after an event.
    public EventQuery after(TimelineEvent last) {
        return new EventQuery(range, stacks, kinds, text, most, Optional.of(new Mark(last.at(), last.id())));
    }
}
