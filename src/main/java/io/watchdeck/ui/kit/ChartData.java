package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/// What a [TimeChart] draws: plots above each other on one axis of time, and below the lanes what happened meanwhile.
///
/// @param alarms  when something about these plots was in alarm
/// @param marks   deployments
/// @param summary what a screen reader says instead of the chart
public record ChartData(Instant from, Instant to, List<Plotted> plots, List<Span> alarms, List<Mark> marks,
        String summary) {

    public ChartData {
        plots = List.copyOf(plots);
        alarms = List.copyOf(alarms);
        marks = List.copyOf(marks);
    }

    public static ChartData empty(Instant from, Instant to) {
        return new ChartData(from, to, List.of(), List.of(), List.of(), "");
    }

    /// @param title  of the axis, with the unit where numbers alone would not tell
    /// @param limit  where an alarm begins
    /// @param top    what the value cannot exceed, such as the connections a database allows
    /// @param series which of the six series colours, from 1
    public record Plotted(String title, Unit unit, Series values, OptionalDouble limit, String limitText,
            OptionalDouble top, String topText, int series, double weight) {}

    public record Span(Instant from, Instant to, Tone tone, String text) {}

    public record Mark(Instant at, String text) {}

    /// Where nothing was read, between two samples that are too far apart.
    public record Gap(Instant from, Instant to) {}
}
