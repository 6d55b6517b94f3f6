package io.watchdeck.ui.stack;

import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.FigureText;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What the history chart can show of a stack, and the chart for a choice: what is in memory, and what is kept of the
/// time before.
final class History {

    /// CloudWatch's newest minutes come some minutes late.
    private static final Duration LATE = Duration.ofMinutes(5);

    private final StackSnapshot stack;
    private final Instant now;
    private final Words words;
    private final FigureText figures;

    History(StackSnapshot stack, Instant now, Words words) {
        this.stack = stack;
        this.now = now;
        this.words = words;
        figures = new FigureText(words);
    }

    /// A figure that can be drawn.
    ///
    /// @param label short where the stack has only one such component
    record Choice(ComponentId on, String metric, String label) {
        String key() {
            return metric + "@" + on.name();
        }
    }

    List<Choice> choices() {
        var all = new ArrayList<Choice>();
        boolean many = stack.loadBalancers().size() > 1;
        stack.loadBalancers().forEach(one -> {
            var on = new ComponentId(ComponentKind.LOAD_BALANCER, one.spec().name());
            add(all, on, one.errors5xx(), many);
            add(all, on, one.requests(), many);
            add(all, on, one.p95(), many);
        });
        stack.databases().forEach(one -> {
            var on = new ComponentId(ComponentKind.DATABASE, one.spec().id());
            add(all, on, one.connections(), stack.databases().size() > 1);
            add(all, on, one.acu(), stack.databases().size() > 1);
        });
        stack.caches().forEach(one -> add(all, new ComponentId(ComponentKind.CACHE, one.spec().id()), one.hitRate(),
                stack.caches().size() > 1));
        stack.services().forEach(one -> {
            var on = new ComponentId(ComponentKind.SERVICE, one.spec().name());
            add(all, on, one.cpu(), stack.services().size() > 1);
            add(all, on, one.memory(), stack.services().size() > 1);
        });
        return all;
    }

    private void add(List<Choice> all, ComponentId on, Figure figure, boolean named) {
        if (!figure.recent().isEmpty()) {
            String label = words.say("ui.history." + figure.metric().id());
            all.add(new Choice(on, figure.metric().id(), named ? words.say("ui.history.of", label, on.name()) : label));
        }
    }

    SeriesId series(Choice choice) {
        return new SeriesId(stack.file().id(), choice.metric(), choice.on().name());
    }

    /// @param range  what is shown
    /// @param span   the same in words
    /// @param answer what is kept of it, as soon as that is known
    ChartData chart(List<Choice> chosen, TimeRange range, String span, Optional<HistoryAnswer> answer) {
        var plots = new ArrayList<ChartData.Plotted>();
        var sentences = new ArrayList<String>();
        var sentence = new ChartSentence(words, now);
        for (Choice choice : chosen) {
            StackFigures.find(stack, choice.on(), choice.metric()).ifPresent(figure -> {
                ChartData.Plotted plot = plotted(choice, figure, plots.isEmpty(), range, answer);
                plots.add(plot);
                sentences.add(sentence.of(plot, span, range.to().equals(now), below(choice)));
            });
        }
        List<ChartData.Lane> lanes = List.of(
                new ChartData.Lane(words.say("ui.chart.alarm"), true, alarms(chosen, range.from()), List.of()),
                new ChartData.Lane(words.say("ui.chart.deployments"), false, List.of(), marks(range)));
        return new ChartData(range, now, plots, lanes, String.join("; ", sentences));
    }

    private ChartData.Plotted plotted(Choice choice, Figure figure, boolean first, TimeRange range,
            Optional<HistoryAnswer> answer) {
        OptionalDouble limit = StackFigures.limit(stack, choice.on().kind(), choice.on().name(), choice.metric());
        Optional<ChartData.Level> limited = limit.isPresent() ? Optional.of(new ChartData.Level(limit.getAsDouble(),
                words.say("ui.chart.limit", figures.of(limit.getAsDouble(), figure.metric().unit()))))
                : Optional.empty();
        Optional<ChartData.Level> top = top(choice)
                .map(most -> new ChartData.Level(most, words.say("ui.chart.max", words.number(most))));
        return new ChartData.Plotted(choice.label(), figure.metric().unit(),
                List.of(line(choice, figure, first ? 1 : 2, range, answer)), limited, top, first ? 1.7 : 1);
    }

    /// What is kept; in minutes also what has been read since.
    private ChartData.Line line(Choice choice, Figure figure, int colour, TimeRange range,
            Optional<HistoryAnswer> answer) {
        Optional<HistoryAnswer.Kept> kept = answer.map(one -> one.kept().get(series(choice)));
        Tier tier = kept.isPresent() ? answer.get().query().tier() : Tier.MINUTE;
        Series old = kept.map(HistoryAnswer.Kept::series).orElse(Series.empty());
        Series values = tier == Tier.MINUTE ? old.with(figure.recent()) : old;
        Duration period = figure.metric().origin() instanceof MetricDefinition.CloudWatch metric
                && metric.period().compareTo(tier.period()) > 0 ? metric.period() : tier.period();
        Duration late = LATE.compareTo(period.multipliedBy(2)) > 0 ? LATE : period.multipliedBy(2);
        Instant from = kept.isPresent() || values.isEmpty() ? range.from() : later(values.at(0), range);
        List<ChartData.Gap> gaps = Gap.of(values, period, new TimeRange(from, range.to()),
                kept.map(HistoryAnswer.Kept::coverage).orElse(List.of()), late).stream()
                .map(gap -> new ChartData.Gap(gap.range(), GapReason.of(gap, words))).toList();
        return new ChartData.Line(choice.label(), values, period, colour, gaps);
    }

    private static Instant later(Instant at, TimeRange range) {
        return at.isBefore(range.from()) ? range.from() : at.isAfter(range.to()) ? range.to() : at;
    }

    private Optional<Double> top(Choice choice) {
        if (!choice.metric().equals("db.connections")) {
            return Optional.empty();
        }
        return stack.databases().stream().filter(one -> one.spec().id().equals(choice.on().name()))
                .flatMap(one -> one.maxConnections().stream().boxed()).map(Integer::doubleValue).findFirst();
    }

    /// The metric and those that it is computed from: an alarm about the 5xx of the targets is about all 5xx.
    private Set<String> madeOf(Choice choice) {
        var all = new HashSet<>(Set.of(choice.metric()));
        StackFigures.find(stack, choice.on(), choice.metric()).map(figure -> figure.metric().origin())
                .filter(MetricDefinition.Derived.class::isInstance).map(MetricDefinition.Derived.class::cast)
                .ifPresent(derived -> all.addAll(derived.formula().inputs()));
        return all;
    }

    /// What is in alarm about a choice.
    private Optional<Condition> alarm(Choice choice) {
        Set<String> metrics = madeOf(choice);
        return stack.conditions().stream().filter(StackFigures.on(choice.on().kind(), choice.on().name())
                .and(condition -> condition.metric().filter(metrics::contains).isPresent()))
                .filter(one -> one.state() == Condition.State.ALARM)
                .max(Comparator.comparing(Condition::severity));
    }

    private Optional<Boolean> below(Choice choice) {
        return alarm(choice).filter(one -> one.value().isPresent() && one.threshold().isPresent())
                .map(one -> one.value().getAsDouble() < one.threshold().getAsDouble());
    }

    private List<ChartData.Span> alarms(List<Choice> chosen, Instant from) {
        return chosen.stream().limit(1).flatMap(choice -> alarm(choice).stream()).map(one -> {
            Instant since = one.since().filter(at -> at.isAfter(from)).orElse(from);
            return new ChartData.Span(new TimeRange(since.isAfter(now) ? now : since, now), Tone.of(one.severity()),
                    words.say("ui.chart.since", ConditionLine.said(one, words),
                            words.when(one.since().orElse(from), now)));
        }).toList();
    }

    private List<ChartData.Mark> marks(TimeRange range) {
        return stack.services().stream().flatMap(service -> service.state().state().latest().stream())
                .flatMap(state -> state.deployments().stream())
                .filter(one -> range.contains(one.createdAt())).sorted(Comparator.comparing(Deployment::createdAt))
                .map(one -> new ChartData.Mark(one.createdAt(),
                        words.say("ui.chart.deployed", FleetLines.revision(one), words.when(one.createdAt(), now))))
                .toList();
    }
}
