package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a [TimeChart] draws: plots above each other on one axis of time, and above them lanes of what happened meanwhile.
///
/// @param range   the time that is shown; series may go beyond it
/// @param now     nothing is later
/// @param past    whether that is a moment that is over: the end of the time is then named by the clock
/// @param lanes   from top to bottom
/// @param summary what a screen reader says instead of the chart
public record ChartData(TimeRange range, Instant now, boolean past, List<Plotted> plots, List<Lane> lanes,
        String summary) {

    public ChartData {
        plots = List.copyOf(plots);
        lanes = List.copyOf(lanes);
    }

    /// What is so now.
    public ChartData(TimeRange range, Instant now, List<Plotted> plots, List<Lane> lanes, String summary) {
        this(range, now, false, plots, lanes, summary);
    }

    public static ChartData empty(TimeRange range) {
        return new ChartData(range, range.to(), List.of(), List.of(), "");
    }

    /// The same over another time.
    public ChartData over(TimeRange other) {
        return new ChartData(other, now, past, plots, lanes, summary);
    }

    /// The instants at which a line of any plot has a sample in the range, newest first.
    public List<Instant> instants() {
        var all = new TreeSet<Instant>();
        plots.forEach(plot -> plot.lines().forEach(line -> {
            Series shown = line.values().between(range.from(), range.to());
            for (int index = 0; index < shown.size(); index++) {
                all.add(shown.at(index));
            }
        }));
        return List.copyOf(all.descendingSet());
    }

    /// Series that share a scale of values.
    ///
    /// @param title  of the axis, with the unit where numbers alone would not tell
    /// @param limit  where an alarm begins
    /// @param top    what the value cannot exceed, such as the connections a database allows; the band between limit and
    ///               top is shaded
    /// @param weight its share of the height, beside those of the other plots
    public record Plotted(String title, Unit unit, List<Line> lines, Optional<Level> limit, Optional<Level> top,
            double weight) {
        public Plotted {
            lines = List.copyOf(lines);
        }
    }

    /// @param name   among all lines of the chart
    /// @param label  among those of its plot; empty where it is named beside the chart
    /// @param period the length of each sample's period: a longer step is a gap
    /// @param colour which of the eight series colours, from 1
    /// @param gaps   where there are no samples, in order
    public record Line(String name, String label, Series values, Duration period, int colour, List<Gap> gaps) {
        public Line {
            gaps = List.copyOf(gaps);
        }

        public Line(String name, Series values, Duration period, int colour, List<Gap> gaps) {
            this(name, name, values, period, colour, gaps);
        }

        /// The samples that begin in a range; what is not a number is none.
        public List<Sample> shown(TimeRange within) {
            return values.between(within.from(), within.to()).samples().stream()
                    .filter(sample -> !Double.isNaN(sample.value())).toList();
        }

        /// The samples in a column of pixels; where samples are wider than that, the one whose period it is.
        public Series under(TimeRange column, Instant instant) {
            Series within = values.between(column.from(), column.to());
            if (!within.isEmpty()) {
                return within;
            }
            Series before = values.between(instant.minus(period).plusMillis(1), instant.plusMillis(1));
            return before.last().map(sample -> Series.of(List.of(sample))).orElse(Series.empty());
        }

        /// Why nothing is known of an instant; empty where nothing is known of that either.
        public Optional<String> missing(Instant instant) {
            return gaps.stream().filter(gap -> gap.range().contains(instant)).map(Gap::reason)
                    .filter(reason -> !reason.isEmpty()).findFirst();
        }
    }

    public record Level(double at, String text) {}

    /// @param reason in words, why nothing is known of that time; may be empty
    public record Gap(TimeRange range, String reason) {}

    /// What happened along the time of the plots, such as alarms, deployments or interruptions.
    public record Lane(String name, List<Span> spans, List<Mark> marks) {
        public Lane {
            spans = List.copyOf(spans);
            marks = List.copyOf(marks);
        }
    }

    /// @param plots which plots it is about, from 0: it tints them
    public record Span(TimeRange range, Tone tone, String text, Set<Integer> plots) {
        public Span {
            plots = Set.copyOf(plots);
        }
    }

    public record Mark(Instant at, String text) {}

    /// An instant under the crosshair, with the time of the column of pixels in which it lies.
    public record Pointed(Instant at, TimeRange column) {}
}
