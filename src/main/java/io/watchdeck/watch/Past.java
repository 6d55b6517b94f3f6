package io.watchdeck.watch;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.model.StackId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is kept of a time.
///
/// @param metrics     what was asked for
/// @param deployments those of the services of its stacks meanwhile by the name of the service, in order of time; a stack
///                    of which nothing is kept has none
/// @param alarms      of those stacks that were over before the end of the time or are not over yet, oldest first
public record Past(HistoryAnswer metrics, Map<StackId, Map<String, List<Deployment>>> deployments,
        List<Occurrence> alarms) {
    public Past {
        deployments = Map.copyOf(deployments);
        alarms = List.copyOf(alarms);
    }

    /// Of a time without an alarm.
    public Past(HistoryAnswer metrics, Map<StackId, Map<String, List<Deployment>>> deployments) {
        this(metrics, deployments, List.of());
    }

    /// The same without alarms that were raised, or over, only later: they tell of what nobody knew at that moment.
    public Past until(Instant moment) {
        return new Past(metrics, deployments, alarms.stream().filter(one -> !one.raised().isAfter(moment))
                .filter(one -> one.resolved().filter(end -> end.isAfter(moment)).isEmpty()).toList());
    }

    Past with(List<Occurrence> kept) {
        return new Past(metrics, deployments, kept);
    }

    /// @param deployed in order of time
    public static Past of(HistoryAnswer metrics, Map<StackId, List<FleetEvent.Deployed>> deployed) {
        var byService = new HashMap<StackId, Map<String, List<Deployment>>>();
        deployed.forEach((stack, events) -> byService.put(stack, events.stream().collect(Collectors.groupingBy(
                event -> event.service().service(),
                Collectors.mapping(FleetEvent.Deployed::deployment, Collectors.toUnmodifiableList())))));
        return new Past(metrics, byService);
    }

    public List<Deployment> deployments(StackId stack, String service) {
        return deployments.getOrDefault(stack, Map.of()).getOrDefault(service, List.of());
    }
}
