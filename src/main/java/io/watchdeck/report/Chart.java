package io.watchdeck.report;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Plots of metrics above each other on one axis of time, with lanes of what happened meanwhile.
///
/// @param ticks of the axis of time
public record Chart(String title, TimeRange range, List<Plot> plots, List<Lane> lanes, List<Tick> ticks) {

    public Chart {
        plots = List.copyOf(plots);
        lanes = List.copyOf(lanes);
        ticks = List.copyOf(ticks);
    }

    /// @param note of the unit, and whose it is
    /// @param top  the highest value of the axis, more than 0
    /// @param says the same in a sentence, for those who cannot see it
    public record Plot(String name, String note, List<Line> lines, List<Rule> rules, List<Hole> holes, double top,
            String says) {
        public Plot {
            lines = List.copyOf(lines);
            rules = List.copyOf(rules);
            holes = List.copyOf(holes);
        }
    }

    /// @param kind of line
    /// @param runs without a gap
    public record Line(Kind kind, List<Series> runs) {
        public Line {
            runs = List.copyOf(runs);
        }
    }

    public enum Kind { AREA, ERRORS, STEPS, AIM }

    /// A horizontal line.
    public record Rule(double value, String text, boolean alarm) {}

    /// A time without samples.
    ///
    /// @param label the same as briefly as can be
    public record Hole(TimeRange range, String why, String label) {}

    public record Lane(String name, List<Mark> marks) {
        public Lane {
            marks = List.copyOf(marks);
        }
    }

    /// @param to    empty of a moment
    /// @param label short; empty where there is no room for any
    /// @param says  the whole of it
    public record Mark(Sort sort, Instant from, Optional<Instant> to, String label, String says) {}

    /// What is marked: the shape says it as well as the colour.
    public enum Sort { DEPLOYMENT, FAILED, INTERRUPTION, CRITICAL, WARNING, HELD, OPERATION, PIN, UNWATCHED }

    public record Tick(Instant at, String text) {}
}
