package io.watchdeck.ui.stack;

import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the history chart can show of a stack, and the chart for a choice: what is kept of the
/// last three hours.
final class History {

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(3);

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

    ChartData chart(List<Choice> chosen) {
        var plots = new ArrayList<ChartData.Plotted>();
        for (Choice choice : chosen) {
            StackFigures.find(stack, choice.on(), choice.metric()).ifPresent(figure -> plots.add(
                    plotted(choice, figure, plots.isEmpty() ? 1 : 2, plots.isEmpty() ? 1.7 : 1)));
        }
        Instant first = plots.stream().map(ChartData.Plotted::values).filter(series -> !series.isEmpty())
                .map(series -> series.at(0)).min(Comparator.naturalOrder()).orElse(now.minus(SHORTEST));
        Instant from = earliest(first);
        return new ChartData(from, now, plots, alarms(chosen, from), marks(from), summary(chosen, plots));
    }

    private Instant earliest(Instant first) {
        Instant latest = now.minus(SHORTEST);
        Instant oldest = now.minus(LONGEST);
        Instant wanted = first.isAfter(latest) ? latest : first;
        return wanted.isBefore(oldest) ? oldest : wanted;
    }

    private ChartData.Plotted plotted(Choice choice, Figure figure, int colour, double weight) {
        Series values = figure.recent().between(now.minus(LONGEST), now.plusSeconds(60));
        OptionalDouble limit = StackFigures.limit(stack, choice.on().kind(), choice.on().name(), choice.metric());
        String limitText = limit.isPresent()
                ? words.say("ui.chart.limit", figures.of(limit.getAsDouble(), figure.metric().unit())) : "";
        OptionalDouble top = top(choice);
        String topText = top.isPresent() ? words.say("ui.chart.max", words.number(top.getAsDouble())) : "";
        return new ChartData.Plotted(choice.label(), figure.metric().unit(), values, limit, limitText, top, topText,
                colour, weight);
    }

    private OptionalDouble top(Choice choice) {
        if (!choice.metric().equals("db.connections")) {
            return OptionalDouble.empty();
        }
        return stack.databases().stream().filter(one -> one.spec().id().equals(choice.on().name()))
                .filter(one -> one.maxConnections().isPresent()).mapToDouble(one -> one.maxConnections().getAsInt())
                .findFirst();
    }

    private List<Condition> conditions(Choice choice) {
        return stack.conditions().stream().filter(StackFigures.on(choice.on().kind(), choice.on().name())
                .and(StackFigures.about(choice.metric()))).toList();
    }

    private List<ChartData.Span> alarms(List<Choice> chosen, Instant from) {
        return chosen.stream().limit(1).flatMap(choice -> conditions(choice).stream())
                .filter(one -> one.state() == Condition.State.ALARM)
                .max(Comparator.comparing(Condition::severity)).stream()
                .map(one -> {
                    Instant since = one.since().filter(at -> at.isAfter(from)).orElse(from);
                    return new ChartData.Span(since, now, Tone.of(one.severity()),
                            words.say("ui.chart.since", ConditionLine.said(one, words),
                                    words.when(one.since().orElse(from), now)));
                }).toList();
    }

    private List<ChartData.Mark> marks(Instant from) {
        return stack.services().stream().flatMap(service -> service.state().state().latest().stream())
                .flatMap(state -> state.deployments().stream())
                .filter(one -> one.createdAt().isAfter(from)).sorted(Comparator.comparing(Deployment::createdAt))
                .map(one -> new ChartData.Mark(one.createdAt(),
                        words.say("ui.chart.deployed", FleetLines.revision(one), words.when(one.createdAt(), now))))
                .toList();
    }

    private String summary(List<Choice> chosen, List<ChartData.Plotted> plots) {
        var parts = new ArrayList<String>();
        for (ChartData.Plotted plot : plots) {
            Optional<String> last = plot.values().last().map(sample -> figures.of(sample.value(), plot.unit()));
            parts.add(words.say("ui.chart.summary", plot.title(), last.orElse(words.say("ui.chart.noData")),
                    plot.limitText()));
        }
        return String.join("; ", parts);
    }
}
