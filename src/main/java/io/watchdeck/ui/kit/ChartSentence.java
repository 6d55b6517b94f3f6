package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
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

    ChartSentence(Words words, Instant now) {
        this.words = words;
        this.now = now;
        figures = new FigureText(words);
    }

    /// @param span    which time, in words
    /// @param current whether the time reaches until now
    /// @param below   of each line, whether an alarm begins below the limit, if it is in alarm
    String of(ChartData.Plotted plot, String span, boolean current, List<Optional<Boolean>> below) {
        var said = new ArrayList<String>();
        for (int index = 0; index < plot.lines().size(); index++) {
            ChartData.Line line = plot.lines().get(index);
            String value = String.join(", ", parts(plot, line, current, below.get(index)));
            said.add(plot.lines().size() > 1 ? words.say("ui.chart.named", line.name(), value) : value);
        }
        return words.say("ui.chart.summary", plot.title(), span, String.join("; ", said));
    }

    private List<String> parts(ChartData.Plotted plot, ChartData.Line line, boolean current,
            Optional<Boolean> below) {
        var parts = new ArrayList<String>();
        Optional<Sample> last = line.values().last();
        String value = last.map(sample -> figures.of(sample.value(), plot.unit()))
                .orElseGet(() -> words.say("ui.chart.noData"));
        parts.add(words.say(current || last.isEmpty() ? "ui.chart.isNow" : "ui.chart.isLast", value));
        plot.limit().ifPresent(limit -> {
            parts.add(limit.text());
            below.flatMap(side -> since(line.values(), limit.at(), side)).ifPresent(at -> parts.add(words.say(
                    below.orElse(false) ? "ui.chart.below" : "ui.chart.above", words.when(at, now))));
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

    /// Since when all samples have been on that side of the limit; nothing when the last one is not.
    private static Optional<Instant> since(Series values, double limit, boolean below) {
        int index = values.size();
        while (index > 0 && (below ? values.value(index - 1) < limit : values.value(index - 1) > limit)) {
            index--;
        }
        return index == values.size() ? Optional.empty() : Optional.of(values.at(index));
    }
}
