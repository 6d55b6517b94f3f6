package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a [LaneChart] draws: on one axis of time, figures and what happened, each in a lane of its own.
///
/// @param title   of the strip above the lanes
/// @param ticks   what happened at all, for that strip
/// @param lanes   from top to bottom
/// @param pins    moments that a person marked, in order
/// @param summary what a screen reader says instead of the chart
public record LaneData(TimeRange range, Instant now, String title, List<Tick> ticks, List<Lane> lanes,
        List<Pin> pins, String summary) {

    public LaneData {
        ticks = List.copyOf(ticks);
        lanes = List.copyOf(lanes);
        pins = List.copyOf(pins);
    }

    public static LaneData empty(TimeRange range) {
        return new LaneData(range, range.to(), "", List.of(), List.of(), List.of(), "");
    }

    public record Tick(Instant at, Tone tone) {}

    /// @param text may be empty
    public record Pin(Instant at, String text) {}

    /// A lane, with a word before it and, below that, what it is told in or of.
    public sealed interface Lane {
        String name();

        String below();
    }

    /// A figure over the time.
    public record Plot(String name, String below, ChartData.Plotted plot) implements Lane {}

    /// What happened over the time.
    ///
    /// @param gaps of which nothing is known
    public record Happened(String name, String below, List<Flag> flags, List<Bar> bars, List<ChartData.Gap> gaps)
            implements Lane {
        public Happened {
            flags = List.copyOf(flags);
            bars = List.copyOf(bars);
            gaps = List.copyOf(gaps);
        }
    }

    /// What an icon in a lane stands for.
    public enum Sign {
        DEPLOYMENT, INTERRUPTION, PLACEMENT, OPERATION, NOTE
    }

    /// @param text beside the icon, where there is room
    /// @param said of it below the pointer; what the sign stands for where it is empty
    public record Flag(Instant at, Sign sign, Tone tone, String text, String said) {

        /// One that says below the pointer what stands beside it.
        public Flag(Instant at, Sign sign, Tone tone, String text) {
            this(at, sign, tone, text, text);
        }
    }

    /// Something that went on: filled until somebody had it, outlined after.
    ///
    /// @param same what goes on again and again stands in one row as long as there are rows
    /// @param had  since when somebody had it; empty where nobody did
    /// @param text beside the bar, where there is room
    public record Bar(String same, TimeRange range, Optional<Instant> had, Tone tone, String text) {}
}
