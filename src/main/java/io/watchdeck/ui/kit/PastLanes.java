package io.watchdeck.ui.kit;

import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What happened to the figures of a chart meanwhile: what is in alarm about any of them, and the deployments of their
/// services.
final class PastLanes {

    /// More lanes of alarms would leave the plots no room.
    private static final int MOST = 3;

    private final Words words;
    private final Instant now;
    private final List<PastPlot> plots;
    private final Optional<Past> past;
    private final boolean manyStacks;

    PastLanes(Words words, Instant now, List<PastPlot> plots, Optional<Past> past) {
        this.past = past;
        this.words = words;
        this.now = now;
        this.plots = plots;
        manyStacks = lines().map(line -> line.stack().file().id()).distinct().count() > 1;
    }

    private Stream<PastLine> lines() {
        return plots.stream().flatMap(plot -> plot.lines().stream());
    }

    List<ChartData.Lane> of(TimeRange range) {
        var lanes = new ArrayList<ChartData.Lane>();
        List<List<ChartData.Span>> alarms = new PastAlarms(words, now).beside(alarms(range), MOST,
                past.map(Past::alarms).orElse(List.of()), plots, range);
        for (int index = 0; index < alarms.size(); index++) {
            lanes.add(new ChartData.Lane(index == 0 ? words.say("ui.chart.alarm") : "", alarms.get(index), List.of()));
        }
        lanes.add(new ChartData.Lane(words.say("ui.chart.deployments"), List.of(), marks(range)));
        return lanes;
    }

    /// What is in alarm about a figure.
    static Optional<Condition> alarm(PastLine line) {
        Set<String> metrics = madeOf(line.metric());
        return line.stack().conditions().stream().filter(StackFigures.on(line.on().kind(), line.on().name())
                .and(condition -> condition.metric().filter(metrics::contains).isPresent()))
                .filter(one -> one.state() == Condition.State.ALARM)
                .max(Comparator.comparing(Condition::severity));
    }

    /// The metric and those that it is computed from: an alarm about the 5xx of the targets is about all 5xx.
    static Set<String> madeOf(MetricDefinition metric) {
        var all = new HashSet<>(Set.of(metric.id()));
        if (metric.origin() instanceof MetricDefinition.Derived derived) {
            all.addAll(derived.formula().inputs());
        }
        return all;
    }

    private record Alarm(StackSnapshot stack, Condition condition) {}

    /// Each once, the worst first; what there is no room for is counted in the last.
    private List<ChartData.Span> alarms(TimeRange range) {
        Map<Alarm, Set<Integer>> about = new LinkedHashMap<>();
        for (int plot = 0; plot < plots.size(); plot++) {
            for (PastLine line : plots.get(plot).lines()) {
                Optional<Condition> alarm = alarm(line);
                if (alarm.isPresent()) {
                    about.computeIfAbsent(new Alarm(line.stack(), alarm.get()), _ -> new TreeSet<>()).add(plot);
                }
            }
        }
        Comparator<Map.Entry<Alarm, Set<Integer>>> worst =
                Comparator.<Map.Entry<Alarm, Set<Integer>>, Severity>comparing(one -> one.getKey().condition()
                        .severity()).reversed();
        var sorted = about.entrySet().stream().sorted(worst).toList();
        var spans = new ArrayList<ChartData.Span>();
        for (var one : sorted) {
            int more = spans.size() == MOST - 1 ? sorted.size() - MOST : 0;
            spans.add(span(one.getKey(), one.getValue(), range, more));
        }
        return spans;
    }

    private ChartData.Span span(Alarm alarm, Set<Integer> about, TimeRange range, int more) {
        Condition one = alarm.condition();
        Instant since = one.since().filter(at -> at.isAfter(range.from())).orElse(range.from());
        String name = StackFigures.said(one, words);
        String said = one.since().map(at -> words.say("ui.chart.since", name, words.when(at, now)))
                .orElseGet(() -> words.say("ui.chart.sinceUnknown", name));
        return new ChartData.Span(new TimeRange(since.isAfter(now) ? now : since, now), Tone.of(one.severity()),
                of(alarm.stack(), said) + (more > 0 ? ", " + words.say("ui.chart.more", more) : ""), about);
    }

    /// A deployment concerns the figures of its own service, and those of what services stand behind or in front of.
    private List<ChartData.Mark> marks(TimeRange range) {
        Map<StackId, StackSnapshot> stacks = new LinkedHashMap<>();
        lines().forEach(line -> stacks.putIfAbsent(line.stack().file().id(), line.stack()));
        return stacks.values().stream().flatMap(stack -> deployments(stack).filter(one -> range.contains(
                one.createdAt())).map(one -> new ChartData.Mark(one.createdAt(),
                        of(stack, words.say(
                                "ui.chart.deployed", ShortNames.revision(one.revision()),
                                words.when(one.createdAt(), now))))))
                .sorted(Comparator.comparing(ChartData.Mark::at)).toList();
    }

    private Stream<Deployment> deployments(StackSnapshot stack) {
        List<PastLine> here = lines().filter(line -> line.stack().file().id().equals(stack.file().id())).toList();
        boolean onlyServices = here.stream().allMatch(line -> line.on().kind() == ComponentKind.SERVICE);
        return stack.services().stream().filter(service -> !onlyServices
                || here.stream().anyMatch(line -> line.on().name().equals(service.spec().name())))
                .flatMap(service -> deployments(stack, service));
    }

    /// Those that ECS tells of, and those before that are kept.
    private Stream<Deployment> deployments(StackSnapshot stack, StackSnapshot.Service service) {
        Map<String, Deployment> all = new LinkedHashMap<>();
        past.stream().flatMap(known -> known.deployments(stack.file().id(), service.spec().name()).stream())
                .forEach(one -> all.put(one.id(), one));
        service.state().state().latest()
                .ifPresent(state -> state.deployments().forEach(one -> all.put(one.id(), one)));
        return all.values().stream();
    }

    private String of(StackSnapshot stack, String said) {
        return manyStacks ? words.say("ui.chart.named", stack.file().name(), said) : said;
    }
}
