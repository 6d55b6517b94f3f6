package io.watchdeck.ui.stack;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// What the table and the drawer say of a deployment's rollout: the same state, and since when.
record RolloutText(ServiceState service, Instant now, Words words) {

    private static final String BACK = "rolling back to deployment ";

    /// `PRIMARY`, or what becomes of one that another replaces.
    String role(Deployment one) {
        return isDraining(one) ? words.say("ui.drawer.draining") : one.status();
    }

    /// How far its rollout is, as a badge says it.
    String badge(Deployment one) {
        return isDraining(one) || one.rolloutState().isEmpty() ? role(one) : one.rolloutState().replace('_', ' ');
    }

    /// Whether it still has tasks, which another deployment replaces.
    static boolean isDraining(Deployment one) {
        return !one.isPrimary() && one.running() > 0;
    }

    /// Whether it goes on: one that another has replaced keeps `IN_PROGRESS`, and rolls out nothing any more.
    static boolean goesOn(Deployment one) {
        return one.isPrimary() && one.inProgress();
    }

    String state(Deployment one) {
        return switch (one.rolloutState()) {
            case "IN_PROGRESS" -> goesOn(one) ? words.say("ui.fleet.inProgress", lasting(one))
                    : words.say("ui.fleet.notCompleted");
            case "COMPLETED" -> words.say("ui.fleet.completed");
            case "FAILED" -> words.say("ui.fleet.failed");
            default -> one.rolloutState();
        };
    }

    static Tone tone(Deployment one) {
        return one.failed() ? Tone.CRITICAL : goesOn(one) ? Tone.NOTICE : Tone.MUTED;
    }

    Duration lasting(Deployment one) {
        return Duration.between(began(one), now);
    }

    /// `started 13:24`, or since when the service goes back to it.
    String started(Deployment one) {
        return words.say(isRollback(one) ? "ui.drawer.rollbackBegan" : "ui.drawer.started",
                words.when(began(one), now));
    }

    /// ECS rolls back to a deployment of the past, which keeps its id and its creation: then the rollout began when an event
    /// of the service says so, or, where that is gone, no later than the deployment was last changed.
    Instant began(Deployment one) {
        return isRollback(one) ? event(one).orElseGet(() -> later(one.createdAt(), one.updatedAt())) : one.createdAt();
    }

    private boolean isRollback(Deployment one) {
        return goesOn(one) && service.deployments().stream()
                .anyMatch(other -> other.createdAt().isAfter(one.createdAt()));
    }

    private Optional<Instant> event(Deployment one) {
        return service.events().stream().filter(event -> event.message().contains(BACK + one.id()))
                .map(ServiceState.ServiceEvent::at).filter(at -> !at.isAfter(now)).max(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
