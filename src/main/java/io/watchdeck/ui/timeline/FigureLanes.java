package io.watchdeck.ui.timeline;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.LaneData;
import io.watchdeck.ui.kit.PastChart;
import io.watchdeck.ui.kit.PastLine;
import io.watchdeck.ui.kit.PastPlot;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSeries;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The figures of a stack along the time: requests, 5xx, tasks against what is desired, database connections. Several
/// components of a kind are summed up; what a stack lacks has no lane.
final class FigureLanes {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    private static final int REQUESTS = 1;
    private static final int RUNNING = 2;
    private static final int ERRORS = 3;
    private static final int DESIRED = 4;
    private static final int CONNECTIONS = 6;

    private final StackSnapshot stack;
    private final Words words;
    private final List<Part> parts;

    /// A lane with its lines, each of which is the sum of several.
    private record Part(String name, String below, List<List<PastLine>> sums) {

        Stream<PastLine> all() {
            return sums.stream().flatMap(List::stream);
        }
    }

    FigureLanes(StackSnapshot stack, Words words) {
        this.stack = stack;
        this.words = words;
        List<StackSeries> series = StackSeries.of(stack, CATALOGUE);
        parts = Stream.of(
                new Part(words.say("ui.timeline.lane.requests"), words.say("ui.timeline.lane.perMinute"),
                        List.of(lines(series, "lb.requests", REQUESTS))),
                new Part(words.say("ui.timeline.lane.errors"), words.say("ui.timeline.lane.perMinute"),
                        List.of(lines(series, errors(), ERRORS))),
                new Part(words.say("ui.timeline.lane.tasks"), desired(),
                        List.of(lines(series, "service.desired", DESIRED),
                                lines(series, "service.running", RUNNING))),
                new Part(words.say("ui.timeline.lane.connections"), limit(),
                        List.of(lines(series, "db.connections", CONNECTIONS).stream().limit(1).toList())))
                .filter(part -> part.all().findAny().isPresent()).toList();
    }

    /// What the history is asked for.
    List<SeriesId> series() {
        return parts.stream().flatMap(Part::all).map(PastLine::id).toList();
    }

    List<LaneData.Plot> lanes(TimeRange range, Instant now, Optional<Past> past) {
        var chart = new PastChart(words, now);
        return parts.stream().map(part -> new LaneData.Plot(part.name(), part.below(),
                plotted(chart, part, range, past))).toList();
    }

    /// What a screen reader says of them.
    String summary(TimeRange range, String span, Instant now, Optional<Past> past) {
        List<PastPlot> plots = parts.stream()
                .map(part -> new PastPlot(part.name(), part.sums().getLast(), 1)).toList();
        return plots.isEmpty() ? "" : new PastChart(words, now).of(plots, range, span, past).summary();
    }

    private ChartData.Plotted plotted(PastChart chart, Part part, TimeRange range, Optional<Past> past) {
        List<ChartData.Plotted> sums = part.sums().stream().filter(sum -> !sum.isEmpty())
                .map(sum -> chart.of(List.of(new PastPlot(part.name(), sum, 1)), range, "", past).plots().getFirst())
                .toList();
        ChartData.Plotted last = sums.getLast();
        return new ChartData.Plotted(part.name(), last.unit(), sums.stream().map(FigureLanes::sum).toList(),
                last.limit(), last.top(), 1);
    }

    /// Known only where each of them is.
    private static ChartData.Line sum(ChartData.Plotted plot) {
        List<ChartData.Line> lines = plot.lines();
        ChartData.Line first = lines.getFirst();
        if (lines.size() == 1) {
            return first;
        }
        Map<Long, Double> all = new TreeMap<>();
        for (ChartData.Line line : lines) {
            for (int index = 0; index < line.values().size(); index++) {
                all.put(line.values().second(index), 0.0);
            }
        }
        long[] seconds = new long[all.size()];
        double[] values = new double[all.size()];
        int count = 0;
        for (long second : all.keySet()) {
            seconds[count] = second;
            values[count++] = lines.stream().mapToDouble(line -> value(line, second)).sum();
        }
        return new ChartData.Line(plot.title(), Series.of(seconds, values, count), first.period(), first.colour(),
                lines.stream().map(ChartData.Line::gaps).max((one, other) -> Integer.compare(one.size(),
                        other.size())).orElse(List.of()));
    }

    /// Of the sample whose period it is; not a number where there is none.
    private static double value(ChartData.Line line, long second) {
        int index = line.values().before(second + 1) - 1;
        return index < 0 || second - line.values().second(index) > line.period().toSeconds() * 3 / 2 ? Double.NaN
                : line.values().value(index);
    }

    private List<PastLine> lines(List<StackSeries> series, String metric, int colour) {
        var lines = new ArrayList<PastLine>();
        series.stream().filter(one -> one.metric().id().equals(metric)).forEach(one -> lines.add(new PastLine(stack,
                one.on(), one.metric(), one.on().name(), one.on().name(), colour)));
        return lines;
    }

    /// The counter that an alarm is about; else all of them.
    private String errors() {
        return Stream.of("lb.5xx", "lb.target5xx", "lb.elb5xx").filter(metric -> stack.loadBalancers().stream()
                .anyMatch(one -> StackFigures.limit(stack, ComponentKind.LOAD_BALANCER, one.spec().name(), metric)
                        .isPresent()))
                .findFirst().orElse("lb.5xx");
    }

    private String desired() {
        OptionalDouble all = stack.services().stream().map(one -> one.state().state().latest())
                .mapToDouble(state -> state.map(one -> (double) one.desired()).orElse(Double.NaN)).average();
        if (all.isEmpty() || Double.isNaN(all.getAsDouble())) {
            return "";
        }
        int desired = (int) Math.round(all.getAsDouble() * stack.services().size());
        return stack.services().size() == 1 ? words.say("ui.timeline.lane.desired", desired)
                : words.say("ui.timeline.lane.desiredOf", desired, stack.services().size());
    }

    private String limit() {
        return stack.databases().stream().limit(1).flatMap(one -> one.maxConnections().stream().boxed()).findFirst()
                .map(most -> words.say("ui.timeline.lane.of", most)).orElse("");
    }
}
