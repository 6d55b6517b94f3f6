package io.watchdeck.fleet.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One service deployment of ECS, from one service revision to another.
///
/// @param arn            of the service deployment
/// @param status         `PENDING`, `IN_PROGRESS`, `SUCCESSFUL`, `STOPPED`, `STOP_REQUESTED`, `ROLLBACK_REQUESTED`,
///                       `ROLLBACK_IN_PROGRESS`, `ROLLBACK_SUCCESSFUL`, `ROLLBACK_FAILED`; unknown words as they are
/// @param reason         AWS's own sentence about the status, or empty
/// @param taskDefinition ARN of the task definition of the target service revision; empty where AWS no longer tells it
/// @param breaker        the circuit breaker; empty where AWS tells nothing of it
public record ServiceDeployment(String arn, String status, String reason, Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt, Optional<String> taskDefinition, Optional<CircuitBreaker> breaker) {

    private static final Set<String> OVER =
            Set.of("SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED");

    /// @param status    `TRIGGERED`, `MONITORING`, `MONITORING_COMPLETE`, `DISABLED`; unknown words as they are
    /// @param failures  tasks that failed to start so far
    /// @param threshold failures at which it triggers
    public record CircuitBreaker(String status, int failures, int threshold) {}

    /// Whether a status is one with which a deployment has ended.
    public static boolean isOver(String status) {
        return OVER.contains(status);
    }

    /// Whether a status is one of a deployment that is stopped or rolled back already: ECS stops none twice.
    public static boolean isStopping(String status) {
        return status.equals("STOP_REQUESTED") || status.startsWith("ROLLBACK_");
    }

    public boolean isSuccessful() {
        return status.equals("SUCCESSFUL");
    }

    /// Neither ended nor, for a status that is new, known to have ended.
    public boolean isUnderWay() {
        return !isOver(status) && finishedAt.isEmpty();
    }
}
