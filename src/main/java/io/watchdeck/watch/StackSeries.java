package io.watchdeck.watch;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.stack.QueueSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A series that can be looked at: a metric of a component of a stack, whether somebody needs it all the time or nobody.
public record StackSeries(SeriesId id, ComponentId on, MetricDefinition metric) {

    /// All of a stack, by component in the order of its kinds, then in the order of the catalogue.
    public static List<StackSeries> of(StackSnapshot stack, MetricCatalogue catalogue) {
        var all = new ArrayList<StackSeries>();
        for (MetricDefinition metric : catalogue.all()) {
            if (metric.origin() instanceof MetricDefinition.Polled) {
                WantedMetrics.names(stack.file(), metric).forEach(name -> all.add(of(
                        new SeriesId(stack.file().id(), metric.id(), name), metric)));
            }
        }
        new WantedMetrics(catalogue, queue -> deadLetters(stack, queue)).of(stack.file(), WantedMetrics.Need.ALL)
                .forEach(wanted -> all.add(of(wanted.id(), catalogue.get(wanted.id().metric()))));
        all.sort(Comparator.<StackSeries, ComponentId>comparing(StackSeries::on,
                Comparator.comparing(ComponentId::kind).thenComparing(ComponentId::name))
                .thenComparing(one -> catalogue.all().indexOf(one.metric())));
        return List.copyOf(all);
    }

    private static StackSeries of(SeriesId id, MetricDefinition metric) {
        return new StackSeries(id, new ComponentId(metric.kind(), id.component()), metric);
    }

    private static Optional<String> deadLetters(StackSnapshot stack, QueueSpec queue) {
        return stack.queues().stream().filter(one -> one.spec().equals(queue))
                .flatMap(one -> one.deadLetters().stream()).map(StackSnapshot.DeadLetters::name).findFirst();
    }
}
