package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.PastChart;
import io.watchdeck.ui.kit.PastLine;
import io.watchdeck.ui.kit.PastPlot;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the history charts can show of a stack, and the chart for a choice.
final class History {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    private static final double FIRST = 1.7;

    private final StackSnapshot stack;
    private final Instant now;
    private final boolean over;
    private final Words words;

    History(StackSnapshot stack, Instant now, boolean over, Words words) {
        this.over = over;
        this.stack = stack;
        this.now = now;
        this.words = words;
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

    /// Each choice in a plot of its own.
    ChartData chart(List<Choice> chosen, TimeRange range, String span, Optional<Past> answer) {
        var plots = new ArrayList<PastPlot>();
        for (Choice choice : chosen) {
            boolean first = plots.isEmpty();
            plots.add(new PastPlot(choice.label(),
                    List.of(line(choice.on(), choice.metric(), choice.label(), first ? 1 : 2)), first ? FIRST : 1));
        }
        return new PastChart(words, now, over).of(plots, range, span, answer);
    }

    /// CPU and memory of a service above its tasks, running and desired.
    List<PastPlot> ofService(String name) {
        var on = new ComponentId(ComponentKind.SERVICE, name);
        return List.of(
                new PastPlot(words.say("ui.drawer.load"), Stream.of("service.cpu", "service.memory")
                        .map(metric -> line(on, metric, words.say("ui.history." + metric),
                                metric.equals("service.cpu") ? 1 : 3))
                        .toList(), FIRST),
                new PastPlot(words.say("ui.drawer.tasks"), Stream.of("service.desired", "service.running")
                        .map(metric -> line(on, metric, words.say("ui.history." + metric),
                                metric.equals("service.desired") ? 4 : 2))
                        .toList(), 1));
    }

    private PastLine line(ComponentId on, String metric, String name, int colour) {
        return new PastLine(stack, on, CATALOGUE.get(metric), name, name, colour);
    }
}
