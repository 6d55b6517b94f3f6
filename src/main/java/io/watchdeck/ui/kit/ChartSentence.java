package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says a plot in a sentence: `5xx, last 3 h: now 14/min, alarm at 10/min, above since 13:27, no data 11:36 to 11:49`.
final class ChartSentence {

    private static final int GAPS = 3;

    private final Words words;
    private final FigureText figures;
    private final Instant now;
    private final boolean over;

    /// @param now  the end of what is known; nothing is later
    /// @param over whether that is a moment that is over
    ChartSentence(Words words, Instant now, boolean over) {
        this.over = over;
        this.words = words;
        this.now = now;
        figures = new FigureText(words);
    }

    /// Tells what is in sight, whatever came after it.
    ///
    /// @param span  which time, in words
    /// @param range the same
    /// @param below of each line, whether an alarm begins below the limit, if it is in alarm
    String of(ChartData.Plotted plot, String span, TimeRange range, List<Optional<Boolean>> below) {
        var said = new ArrayList<String>();
        for (int index = 0; index < plot.lines().size(); index++) {
            ChartData.Line line = plot.lines().get(index);
            String value = String.join(", ", parts(plot, line, range, below.get(index)));
            said.add(plot.lines().size() > 1 ? words.say("ui.chart.named", line.name(), value) : value);
        }
        return words.say("ui.chart.summary", plot.title(), span, String.join("; ", said));
    }

    private List<String> parts(ChartData.Plotted plot, ChartData.Line line, TimeRange range,
            Optional<Boolean> below) {
        var parts = new ArrayList<String>();
        Optional<Sample> last = line.values().between(range.from(), range.to()).last();
        parts.add(last.map(sample -> value(sample, plot, line, range)).orElseGet(() -> words.say("ui.chart.noData")));
        plot.limit().ifPresent(limit -> {
            parts.add(limit.text());
            below.filter(_ -> last.isPresent())
                    .flatMap(side -> since(line.values().between(Instant.EPOCH, range.to()), limit.at(), side))
                    .ifPresent(parts::add);
        });
        longest(line.gaps()).forEach(gap -> parts.add(words.say("ui.chart.gapFrom",
                words.when(gap.range().from(), now), words.when(gap.range().to(), now))
                + (gap.reason().isEmpty() ? "" : " (" + gap.reason() + ")")));
        return parts;
    }

    private static List<ChartData.Gap> longest(List<ChartData.Gap> gaps) {
        return gaps.stream().sorted(Comparator.comparing((ChartData.Gap gap) -> gap.range().length()).reversed())
                .limit(GAPS).sorted(Comparator.comparing(gap -> gap.range().from())).toList();
    }

    /// What came some time before the end is neither the value there nor that of now.
    private String value(Sample last, ChartData.Plotted plot, ChartData.Line line, TimeRange range) {
        String value = figures.of(last.value(), plot.unit());
        Instant known = last.at().plus(line.period()).plus(PastChart.late(line.period()));
        if (known.isBefore(range.to())) {
            return words.say("ui.chart.lastAt", value, words.when(last.at(), now));
        }
        return words.say(range.to().equals(now) && !over ? "ui.chart.isNow" : "ui.chart.isLast", value);
    }

    /// Since when all samples have been on that side of the limit; nothing when the last one is not. Where even the oldest
    /// one is, it may have begun before.
    private Optional<String> since(Series values, double limit, boolean below) {
        int index = values.size();
        while (index > 0 && (below ? values.value(index - 1) < limit : values.value(index - 1) > limit)) {
            index--;
        }
        if (index == values.size()) {
            return Optional.empty();
        }
        String at = words.when(values.at(index), now);
        return Optional.of(words.say(below ? "ui.chart.below" : "ui.chart.above",
                index == 0 ? words.say("ui.chart.orEarlier", at) : at));
    }
}
