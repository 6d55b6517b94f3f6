package io.watchdeck.fleet;

import java.time.Instant;

/// One deployment of a service.
///
/// @param status        `PRIMARY`, `ACTIVE` or `INACTIVE`; unknown words as they are
/// @param rolloutState  `IN_PROGRESS`, `COMPLETED` or `FAILED`; unknown words as they are; empty when AWS gives none
/// @param rolloutReason AWS's own sentence, or empty
public record Deployment(String id, String status, String taskDefinition, int desired, int running, int pending,
        int failedTasks, String rolloutState, String rolloutReason, Instant createdAt, Instant updatedAt) {

    public boolean isPrimary() {
        return status.equals("PRIMARY");
    }

    public boolean inProgress() {
        return rolloutState.equals("IN_PROGRESS");
    }

    public boolean failed() {
        return rolloutState.equals("FAILED");
    }

    /// `backend:88` of `arn:aws:ecs:…:task-definition/backend:88`.
    public String revision() {
        return taskDefinition.substring(taskDefinition.lastIndexOf('/') + 1);
    }
}
