package io.watchdeck.ui.explorer;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.FigureText;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says of each line of the chart what it is at the crosshair, and its lowest, average and highest in sight.
final class Legend {

    /// What nobody attends to is read as often, and CloudWatch publishes a minute after a period has ended.
    private static final Duration READ = Duration.ofMinutes(5);
    private static final Duration PUBLISHED = Duration.ofMinutes(1);

    private final Words words;
    private final FigureText figures;
    /// Of the chart that was told last: the crosshair moves often, and a chart has many thousand samples.
    private final Map<ChartData.Line, Optional<Extent>> extents = new IdentityHashMap<>();
    private @Nullable ChartData told;

    Legend(Words words) {
        this.words = words;
        figures = new FigureText(words);
    }

    /// @param chosen what the lines of the chart are about
    /// @param waits  what is kept is not known yet
    /// @param now    where the newest values stand for it
    List<LegendLine> of(ChartData chart, List<Selection.Chosen> chosen, Optional<ChartData.Pointed> pointed,
            boolean waits, Optional<Instant> now) {
        var lines = new ArrayList<LegendLine>();
        if (chart != told) {
            told = chart;
            extents.clear();
        }
        for (ChartData.Plotted plot : chart.plots()) {
            for (ChartData.Line line : plot.lines()) {
                chosen.stream().filter(one -> one.colour() == line.colour()).findFirst()
                        .ifPresent(one -> lines.add(line(one, chart, plot, line, pointed, waits, now)));
            }
        }
        return lines;
    }

    private LegendLine line(Selection.Chosen one, ChartData chart, ChartData.Plotted plot, ChartData.Line line,
            Optional<ChartData.Pointed> pointed, boolean waits, Optional<Instant> now) {
        Series shown = line.values().between(chart.range().from(), chart.range().to());
        Optional<Extent> all = extents.computeIfAbsent(line, _ -> Extent.of(shown));
        Series under = pointed.map(at -> line.under(at.column(), at.at()))
                .orElseGet(() -> shown.last().map(last -> Series.of(List.of(last))).orElse(Series.empty()));
        Optional<Extent> value = Extent.of(under);
        String none = waits ? words.say("ui.absence.asking")
                : pointed.flatMap(at -> line.missing(at.at())).orElseGet(() -> words.say("ui.chart.noData"));
        return new LegendLine(one.offer(), one.colour(), line.name(),
                value.map(extent -> between(extent, plot)).orElse(none), value.isPresent(),
                now.filter(_ -> pointed.isEmpty()).flatMap(at -> shown.last().flatMap(last -> late(last, line, at))),
                all.map(extent -> figures.of(extent.lowest(), plot.unit())).orElse(""),
                all.map(extent -> figures.of(extent.average(), plot.unit())).orElse(""),
                all.map(extent -> figures.of(extent.highest(), plot.unit())).orElse(""),
                waits && shown.isEmpty() ? "" : missing(line, chart.range()));
    }

    /// In the multiples that count everywhere, and as soon as the chart shows that something is missed.
    private Optional<Age> late(Sample last, ChartData.Line line, Instant now) {
        Instant end = last.at().plus(line.period());
        Duration every = (line.period().compareTo(READ) > 0 ? line.period() : READ).plus(PUBLISHED);
        Duration age = Duration.between(end, now);
        boolean missed = line.gaps().stream().anyMatch(gap -> !gap.range().to().isBefore(now));
        return !missed && age.compareTo(every.multipliedBy(2)) <= 0 ? Optional.empty()
                : Optional.of(new Age(age.compareTo(every.multipliedBy(5)) > 0 ? Freshness.STALE : Freshness.LATE,
                        words.span(age), words.say("ui.explorer.old", words.when(end, now))));
    }

    private String between(Extent extent, ChartData.Plotted plot) {
        String lowest = figures.of(extent.lowest(), plot.unit());
        String highest = figures.of(extent.highest(), plot.unit());
        return lowest.equals(highest) ? highest : words.say("ui.chart.between", lowest, highest);
    }

    /// How much in all, and why for the longest part of it.
    private String missing(ChartData.Line line, TimeRange shown) {
        Duration all = line.gaps().stream().map(gap -> within(gap, shown)).reduce(Duration.ZERO, Duration::plus);
        if (all.isZero()) {
            return "";
        }
        String reason = line.gaps().stream().max(Comparator.comparing(gap -> within(gap, shown)))
                .map(ChartData.Gap::reason).orElse("");
        return reason.isEmpty() ? words.span(all) : words.say("ui.explorer.missing", words.span(all), reason);
    }

    private static Duration within(ChartData.Gap gap, TimeRange shown) {
        var from = gap.range().from().isBefore(shown.from()) ? shown.from() : gap.range().from();
        var to = gap.range().to().isAfter(shown.to()) ? shown.to() : gap.range().to();
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private record Extent(double lowest, double average, double highest) {

        static Optional<Extent> of(Series series) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int count = 0;
            for (int index = 0; index < series.size(); index++) {
                double value = series.value(index);
                if (!Double.isNaN(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                    sum += value;
                    count++;
                }
            }
            return count == 0 ? Optional.empty() : Optional.of(new Extent(lowest, sum / count, highest));
        }
    }
}
