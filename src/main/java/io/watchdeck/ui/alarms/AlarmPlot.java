package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.PastChart;
import io.watchdeck.ui.kit.PastLine;
import io.watchdeck.ui.kit.PastPlot;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The metric of an alarm over the time around it, with the limit that was passed, shaded while the alarm was there.
record AlarmPlot(AlarmFacts alarm, MetricDefinition metric, Words words) {

    private static final Duration BESIDE = Duration.ofMinutes(30);
    private static final Duration LEAST = Duration.ofHours(3);

    static Optional<AlarmPlot> of(AlarmFacts alarm, Words words) {
        return alarm.occurrence().now().metric().flatMap(MetricCatalogue.standard()::find)
                .map(metric -> new AlarmPlot(alarm, metric, words));
    }

    /// At least three hours, from half an hour before it came; of what is over, until half an hour after. In steps of a
    /// minute, so that it is not asked for anew each second.
    TimeRange range(Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Instant from = alarm.occurrence().raised().minus(BESIDE);
        Instant wanted = alarm.occurrence().resolved().map(at -> later(at.plus(BESIDE), from.plus(LEAST))).orElse(end);
        Instant to = wanted.isBefore(end) ? wanted : end;
        return new TimeRange(from.isBefore(to.minus(LEAST)) ? from : to.minus(LEAST), to);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    PastLine line() {
        String name = words.say("metric." + metric.id());
        return new PastLine(alarm.stack().snapshot(), alarm.occurrence().key().on(), metric, name, name, 1);
    }

    ChartData draw(TimeRange range, String span, Optional<Past> kept, Instant now) {
        var plot = new PastPlot(title(), List.of(line()), 1);
        ChartData drawn = new PastChart(words, now).of(List.of(plot), range, span, kept);
        return new ChartData(drawn.range(), drawn.now(), drawn.plots().stream().map(this::limited).toList(),
                List.of(lane(now)), drawn.summary());
    }

    private String title() {
        String name = words.say("metric." + metric.id());
        return metric.unit() == Unit.HOURS ? words.say("ui.alarms.plotHours", name) : name;
    }

    private ChartData.Plotted limited(ChartData.Plotted plot) {
        var text = new AlarmText(words);
        Optional<ChartData.Level> limit = alarm.occurrence().now().threshold().isEmpty() ? Optional.empty()
                : Optional.of(alarm.occurrence().now().threshold().getAsDouble()).map(at -> new ChartData.Level(at,
                        words.say("ui.chart.limit", text.amount(alarm, at))));
        return new ChartData.Plotted(plot.title(), plot.unit(), plot.lines(), limit, plot.top(), plot.weight());
    }

    private ChartData.Lane lane(Instant now) {
        Occurrence one = alarm.occurrence();
        Instant to = one.resolved().filter(end -> end.isBefore(now)).orElse(now);
        Instant from = one.raised().isAfter(to) ? to : one.raised();
        var span = new ChartData.Span(new TimeRange(from, to), Tone.of(alarm.severity()),
                words.say("ui.chart.since", words.say("ui.alarms.severity." + alarm.severity().word()),
                        words.when(one.raised(), now)),
                Set.of(0));
        return new ChartData.Lane(words.say("ui.chart.alarm"), List.of(span), List.of());
    }
}
