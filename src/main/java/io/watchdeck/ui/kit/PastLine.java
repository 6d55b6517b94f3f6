package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.watch.StackSnapshot;
import java.util.Optional;

/// A figure of a component that a chart is to draw.
///
/// @param name   among all lines of the chart
/// @param label  among those of its plot, where it may be shorter
/// @param colour which of the eight series colours, from 1
public record PastLine(StackSnapshot stack, ComponentId on, MetricDefinition metric, String name, String label,
        int colour) {

    public SeriesId id() {
        return new SeriesId(stack.file().id(), metric.id(), on.name());
    }

    /// The same as the newest snapshot has it; empty for what no screen shows as a number.
    Optional<Figure> figure() {
        return StackFigures.find(stack, on, metric.id());
    }
}
