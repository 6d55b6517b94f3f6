package io.watchdeck.timeline;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.EcsSentence;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Source;
import io.watchdeck.timeline.TimelineEvent.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What services, tasks and autoscaling tell. Pure.
///
/// @param events of one stack, among them the deployments of a day before those that are told of
record FleetHappenings(StackId stack, List<FleetEvent> events) {

    Stream<TimelineEvent> all() {
        return events.stream().flatMap(event -> switch (event) {
            case FleetEvent.Deployed deployed -> deployed(deployed);
            case FleetEvent.Stopped stopped -> Stream.of(stopped(stopped));
            case FleetEvent.Told told -> told(told).stream();
            case FleetEvent.Scaled scaled -> Stream.of(scaled(scaled));
        });
    }

    private Stream<TimelineEvent> deployed(FleetEvent.Deployed event) {
        Deployment deployment = event.deployment();
        var told = new ArrayList<TimelineEvent>();
        Optional<Target> target = Optional.of(new Target.Deployment(deployment.id()));
        told.add(event("deployed " + deployment.id(), event.at(), event, Kind.DEPLOYMENT, Severity.NOTICE,
                Source.ECS_EVENT, Phrase.of("event.deployed", service(event), deployment.revision()), List.of(),
                target));
        rollout(deployment).ifPresent(failed -> told.add(event("rollout " + deployment.id(), deployment.updatedAt(),
                event, Kind.ROLLOUT, failed ? Severity.CRITICAL : Severity.FINE, Source.ECS_EVENT,
                failed ? Phrase.of("event.rolloutFailed", service(event), deployment.revision())
                        : Phrase.of("event.rolloutCompleted", service(event), deployment.revision()),
                sentences(deployment.rolloutReason()), target)));
        return told.stream();
    }

    /// Whether it failed; empty while it goes on.
    private static Optional<Boolean> rollout(Deployment deployment) {
        return deployment.failed() ? Optional.of(true)
                : Optional.of(false).filter(_ -> deployment.rolloutState().equals("COMPLETED"));
    }

    private TimelineEvent stopped(FleetEvent.Stopped event) {
        TaskState task = event.task();
        StopCause cause = StopCause.of(task, newestBegan(event));
        OptionalInt code = StopCause.exitCode(task);
        Phrase says = switch (cause) {
            case SPOT -> Phrase.of("event.stop.spot", service(event), task.zone());
            case OUT_OF_MEMORY -> Phrase.of("event.stop.outOfMemory", service(event));
            case IMAGE_PULL -> Phrase.of("event.stop.imagePull", service(event));
            case HEALTH_CHECK -> Phrase.of("event.stop.healthCheck", service(event));
            case DEPLOYMENT -> Phrase.of("event.stop.deployment", service(event));
            case SCALE_IN -> Phrase.of("event.stop.scaleIn", service(event));
            case FAILED_TO_START -> Phrase.of("event.stop.failedToStart", service(event));
            case BY_HAND -> Phrase.of("event.stop.byHand", service(event));
            case EXIT_CODE -> code.isPresent() ? Phrase.of("event.stop.exitCode", service(event), code.getAsInt())
                    : Phrase.of("event.stop.exited", service(event));
            case UNKNOWN -> Phrase.of("event.stop.unknown", service(event), task.stopCode());
        };
        List<String> details = Stream.concat(Stream.of(task.stoppedReason()),
                task.containers().stream().map(TaskState.ContainerState::reason)).filter(text -> !text.isBlank())
                .distinct().toList();
        return event("stopped " + task.arn(), event.at(), event,
                cause == StopCause.SPOT ? Kind.INTERRUPTION : Kind.TASK_STOP, severity(cause, code), Source.ECS_TASK,
                says, details, Optional.of(new Target.Task(task.arn())));
    }

    private static Severity severity(StopCause cause, OptionalInt code) {
        return switch (cause) {
            case OUT_OF_MEMORY, IMAGE_PULL, HEALTH_CHECK, FAILED_TO_START -> Severity.WARNING;
            case EXIT_CODE -> code.orElse(1) == 0 ? Severity.NOTICE : Severity.WARNING;
            case SPOT, BY_HAND, UNKNOWN -> Severity.NOTICE;
            case DEPLOYMENT, SCALE_IN -> Severity.FINE;
        };
    }

    private Optional<Instant> newestBegan(FleetEvent.Stopped stopped) {
        return events.stream().filter(FleetEvent.Deployed.class::isInstance)
                .filter(one -> one.service().equals(stopped.service()) && !one.at().isAfter(stopped.at()))
                .map(FleetEvent::at).max(Comparator.naturalOrder());
    }

    /// What the deployment itself tells of its end is not told twice.
    private Optional<TimelineEvent> told(FleetEvent.Told event) {
        String message = event.event().message();
        String lower = message.toLowerCase(Locale.ROOT);
        boolean ends = lower.contains("deployment completed") || lower.contains("deployment failed");
        if (ends && events.stream().anyMatch(one -> one instanceof FleetEvent.Deployed(var _, var deployment)
                && message.contains(deployment.id()) && rollout(deployment).isPresent())) {
            return Optional.empty();
        }
        boolean unplaced = lower.contains("unable to place a task");
        boolean trouble = unplaced || lower.contains("unable to consistently start tasks")
                || lower.contains("deployment failed") || lower.contains("is unhealthy");
        return Optional.of(event("told " + event.event().id(), event.at(), event,
                unplaced ? Kind.PLACEMENT : Kind.SERVICE, trouble ? Severity.WARNING : Severity.FINE,
                Source.ECS_EVENT, unplaced ? Phrase.of("event.unplaced", service(event))
                        : Phrase.of("event.told", service(event), new EcsSentence(message).bare()),
                sentences(message), Optional.empty()));
    }

    private TimelineEvent scaled(FleetEvent.Scaled event) {
        ScalingActivity activity = event.activity();
        boolean failed = activity.status().equals("Failed") || activity.status().equals("Unfulfilled");
        Phrase says = activity.notScaled().isEmpty()
                ? Phrase.of("event.scaled", service(event), activity.description())
                : Phrase.of("event.notScaled", service(event), activity.notScaled().getFirst().code());
        return event("scaled " + activity.id(), event.at(), event, Kind.SCALING,
                failed ? Severity.WARNING : Severity.NOTICE, Source.AUTO_SCALING, says,
                Stream.of(activity.cause(), activity.message()).filter(text -> !text.isBlank()).toList(),
                Optional.empty());
    }

    private TimelineEvent event(String id, Instant at, FleetEvent of, Kind kind, Severity severity, Source source,
            Phrase says, List<String> details, Optional<Target> target) {
        return new TimelineEvent(stack.value() + " " + id, at, stack,
                Optional.of(new ComponentId(ComponentKind.SERVICE, of.service().service())), kind, severity, source,
                says, details, target);
    }

    private static String service(FleetEvent event) {
        return event.service().service();
    }

    private static List<String> sentences(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }
}
