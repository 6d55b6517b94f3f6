package io.watchdeck.timeline;

import java.util.List;
import java.util.Optional;

/// Events, the newest first.
///
/// @param next asks for those that follow; empty where there are none
public record EventPage(List<TimelineEvent> events, Optional<EventQuery> next) {
    public EventPage {
        events = List.copyOf(events);
    }
}
