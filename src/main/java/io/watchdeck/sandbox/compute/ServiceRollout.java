package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.ServiceDeployment.CircuitBreaker;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service deployment: what ECS keeps of a [Rollout] for 90 days, its rollback included. The statuses are ECS's.
final class ServiceRollout {

    private static final String WAITS = "PENDING";
    private static final String GOES_ON = "IN_PROGRESS";
    private static final String TO_GO_BACK = "ROLLBACK_REQUESTED";
    private static final String GOES_BACK = "ROLLBACK_IN_PROGRESS";

    private final String arn;
    private final Rollout target;
    private final boolean watched;
    private final int threshold;
    private final long createdAt;
    private String status = WAITS;
    private String reason = "";
    private @Nullable Rollout back;
    private @Nullable Long startedAt;
    private @Nullable Long finishedAt;
    private boolean triggered;
    /// Of the target, once it is given up or done.
    private int failures;

    /// @param watched   by the circuit breaker
    /// @param threshold at which it triggers
    ServiceRollout(String arn, Rollout target, boolean watched, int threshold, long createdAt) {
        this.arn = arn;
        this.target = target;
        this.watched = watched;
        this.threshold = threshold;
        this.createdAt = createdAt;
    }

    String arn() {
        return arn;
    }

    int revision() {
        return target.revision();
    }

    long createdAt() {
        return createdAt;
    }

    boolean isSuccessful() {
        return status.equals("SUCCESSFUL");
    }

    boolean isUnderWay() {
        return finishedAt == null;
    }

    /// Brings something new, and nobody has asked to end it.
    boolean goesForward() {
        return status.equals(WAITS) || status.equals(GOES_ON);
    }

    boolean goesBack() {
        return status.equals(GOES_BACK);
    }

    boolean isToGoBack() {
        return status.equals(TO_GO_BACK);
    }

    boolean brings(Rollout rollout) {
        return isUnderWay() && (goesBack() ? rollout == back : rollout == target);
    }

    void begin(long now) {
        if (status.equals(WAITS)) {
            status = GOES_ON;
            startedAt = now;
        }
    }

    void askBack() {
        status = TO_GO_BACK;
    }

    void trigger() {
        triggered = true;
    }

    void goBack(Rollout to, String why) {
        failures = target.failedTasks();
        status = GOES_BACK;
        reason = why;
        back = to;
    }

    void complete(long now) {
        end(goesBack() ? "ROLLBACK_SUCCESSFUL" : "SUCCESSFUL", reason, now);
    }

    void end(String how, String why, long now) {
        failures = goesBack() ? failures : target.failedTasks();
        startedAt = startedAt == null ? Long.valueOf(now) : startedAt;
        status = how;
        reason = why;
        finishedAt = now;
    }

    ServiceDeployment view() {
        return new ServiceDeployment(arn, status, reason, Instant.ofEpochSecond(createdAt), at(startedAt),
                at(finishedAt), Optional.of(target.taskDefinition()), Optional.of(breaker()));
    }

    private CircuitBreaker breaker() {
        if (!watched) {
            return new CircuitBreaker("DISABLED", 0, threshold);
        }
        String state = triggered ? "TRIGGERED" : isUnderWay() && !goesBack() ? "MONITORING" : "MONITORING_COMPLETE";
        return new CircuitBreaker(state, isUnderWay() && !goesBack() ? target.failedTasks() : failures, threshold);
    }

    private static Optional<Instant> at(@Nullable Long second) {
        return Optional.ofNullable(second).map(Instant::ofEpochSecond);
    }
}
