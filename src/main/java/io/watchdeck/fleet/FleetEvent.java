package io.watchdeck.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Something that happened to a service or to a task of a cluster, and that ECS forgets: it keeps the newest hundred
/// events and few deployments of a service, and stopped tasks for about an hour.
public sealed interface FleetEvent {

    /// What it happened to. A task without a service has an empty service name.
    ServiceKey service();

    /// As AWS names it; with the sort of event it is met again by.
    String id();

    Instant at();

    /// A deployment began. Told again when its rollout went on: the newest word counts.
    record Deployed(ServiceKey service, Deployment deployment) implements FleetEvent {
        @Override
        public String id() {
            return deployment.id();
        }

        @Override
        public Instant at() {
            return deployment.createdAt();
        }
    }

    /// @param at when it stopped
    record Stopped(ServiceKey service, Instant at, TaskState task) implements FleetEvent {
        @Override
        public String id() {
            return task.arn();
        }
    }

    /// A sentence of ECS about a service.
    record Told(ServiceKey service, ServiceState.ServiceEvent event) implements FleetEvent {
        @Override
        public String id() {
            return event.id();
        }

        @Override
        public Instant at() {
            return event.at();
        }
    }

    /// Autoscaling did something to a service, or decided not to; forgotten by AWS after six weeks. Told again when it is
    /// over: the newest word counts.
    record Scaled(ServiceKey service, ScalingActivity activity) implements FleetEvent {
        @Override
        public String id() {
            return activity.id();
        }

        @Override
        public Instant at() {
            return activity.startedAt();
        }
    }

    /// What a service tells of itself.
    static List<FleetEvent> of(ServiceKey service, ServiceState state) {
        var events = new ArrayList<FleetEvent>();
        state.deployments().forEach(one -> events.add(new Deployed(service, one)));
        state.events().forEach(one -> events.add(new Told(service, one)));
        return events;
    }

    /// What tasks of a cluster tell: those that stopped.
    static List<FleetEvent> of(String cluster, List<TaskState> tasks) {
        return tasks.stream().flatMap(task -> task.stoppedAt().stream()
                .<FleetEvent>map(at -> new Stopped(new ServiceKey(cluster, task.service()), at, task))).toList();
    }
}
