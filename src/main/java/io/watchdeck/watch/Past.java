package io.watchdeck.watch;

import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.model.StackId;
import java.util.List;
import java.util.Map;

/// What is kept of a time.
///
/// @param metrics what was asked for
/// @param events  what happened to the services of its stacks meanwhile, in order of time; a stack of which nothing is
///                kept has none
public record Past(HistoryAnswer metrics, Map<StackId, List<FleetEvent>> events) {
    public Past {
        events = Map.copyOf(events);
    }

    public List<FleetEvent> events(StackId stack) {
        return events.getOrDefault(stack, List.of());
    }
}
