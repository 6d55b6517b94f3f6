package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Rate;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Tier;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.TimeRange;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Makes the chart of figures over a time: of what is kept of them, and in minutes also of what has been read since.
public final class PastChart {

    /// CloudWatch's newest minutes come some minutes late.
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Words words;
    private final Instant now;
    private final boolean over;
    private final FigureText figures;

    public PastChart(Words words, Instant now) {
        this(words, now, false);
    }

    /// @param over whether what is called now is a moment that is over
    public PastChart(Words words, Instant now, boolean over) {
        this.words = words;
        this.now = now;
        this.over = over;
        figures = new FigureText(words);
    }

    /// @param range  what is shown
    /// @param span   the same in words
    /// @param past   what is kept of it, as soon as that is known
    public ChartData of(List<PastPlot> plots, TimeRange range, String span, Optional<Past> past) {
        var lanes = new PastLanes(words, now, plots, past);
        Optional<HistoryAnswer> answer = past.map(Past::metrics);
        var sentence = new ChartSentence(words, now, over);
        var drawn = new ArrayList<ChartData.Plotted>();
        var said = new ArrayList<String>();
        for (PastPlot plot : plots) {
            ChartData.Plotted plotted = plotted(plot, range, answer);
            drawn.add(plotted);
            said.add(sentence.of(plotted, span, range,
                    plot.lines().stream().map(PastChart::below).toList()));
        }
        return new ChartData(range, now, over, drawn, lanes.of(range), String.join("; ", said));
    }

    private ChartData.Plotted plotted(PastPlot plot, TimeRange range, Optional<HistoryAnswer> answer) {
        Unit unit = plot.lines().getFirst().metric().unit();
        Optional<ChartData.Level> limit = common(plot.lines(), PastChart::limit)
                .map(at -> new ChartData.Level(at, words.say("ui.chart.limit", figures.of(at, unit))));
        Optional<ChartData.Level> top = common(plot.lines(), PastChart::top)
                .map(most -> new ChartData.Level(most, words.say("ui.chart.max", words.number(most))));
        return new ChartData.Plotted(plot.title(), unit,
                plot.lines().stream().map(line -> line(line, range, answer)).toList(), limit, top, plot.weight());
    }

    private interface Measure {
        Optional<Double> of(PastLine line);
    }

    /// What all lines have in common; a limit of one of several would be read as a limit of all.
    private static Optional<Double> common(List<PastLine> lines, Measure measure) {
        List<Optional<Double>> distinct = lines.stream().map(measure::of).distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : Optional.empty();
    }

    private static Optional<Double> limit(PastLine line) {
        OptionalDouble limit = StackFigures.limit(line.stack(), line.on().kind(), line.on().name(), line.metric().id());
        return limit.isPresent() ? Optional.of(limit.getAsDouble()) : Optional.empty();
    }

    private static Optional<Double> top(PastLine line) {
        if (line.on().kind() != ComponentKind.DATABASE || !line.metric().id().equals("db.connections")) {
            return Optional.empty();
        }
        return line.stack().databases().stream().filter(one -> one.spec().id().equals(line.on().name()))
                .flatMap(one -> one.maxConnections().stream().boxed()).map(Integer::doubleValue).findFirst();
    }

    private static Optional<Boolean> below(PastLine line) {
        return PastLanes.alarm(line).filter(one -> one.value().isPresent() && one.threshold().isPresent())
                .map(one -> one.value().getAsDouble() < one.threshold().getAsDouble());
    }

    private ChartData.Line line(PastLine line, TimeRange range, Optional<HistoryAnswer> answer) {
        Optional<HistoryAnswer.Kept> kept = answer.map(one -> one.kept().get(line.id()));
        Tier tier = kept.isPresent() ? answer.get().query().tier() : Tier.MINUTE;
        Series old = kept.map(HistoryAnswer.Kept::series).orElse(Series.empty());
        Series values = tier == Tier.MINUTE ? old.with(line.figure().map(Figure::recent).orElse(Series.empty()))
                : line.metric().unit() == Unit.PER_MINUTE ? Rate.perMinute(old, tier.period()) : old;
        Duration apart = line.metric().apart();
        Duration period = apart.compareTo(tier.period()) > 0 ? apart : tier.period();
        return new ChartData.Line(line.name(), line.label(), values, period, line.colour(),
                gaps(line.metric(), values, period, range, kept));
    }

    /// Of what has been neither read nor answered nothing can be said yet.
    private List<ChartData.Gap> gaps(MetricDefinition metric, Series values, Duration period, TimeRange range,
            Optional<HistoryAnswer.Kept> kept) {
        if (kept.isEmpty() && values.isEmpty()) {
            return List.of();
        }
        Instant from = kept.isPresent() ? range.from() : later(values.at(0), range);
        return Gap.of(values, period, new TimeRange(from, range.to()),
                kept.map(HistoryAnswer.Kept::coverage).orElse(List.of()), late(period)).stream()
                .map(gap -> new ChartData.Gap(gap.range(), GapReason.of(gap, metric, words))).toList();
    }

    /// How late the newest sample of a line may come before it is missed.
    static Duration late(Duration period) {
        Duration two = period.multipliedBy(2);
        return LATE.compareTo(two) > 0 ? LATE : two;
    }

    private static Instant later(Instant at, TimeRange range) {
        return at.isBefore(range.from()) ? range.from() : at.isAfter(range.to()) ? range.to() : at;
    }
}
