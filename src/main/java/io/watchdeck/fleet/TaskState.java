package io.watchdeck.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One task, running or stopped not long ago (AWS shows stopped tasks for at least an hour).
///
/// @param service        of its group `service:NAME`; empty for a task without a service
/// @param lastStatus     such as `RUNNING`; during Spot's two-minute notice still `RUNNING`
/// @param desiredStatus  such as `STOPPED`
/// @param provider       capacity provider, such as `FARGATE_SPOT`; empty when AWS gives none
/// @param zone           Availability Zone, or empty
/// @param health         `HEALTHY`, `UNHEALTHY` or `UNKNOWN`
/// @param stoppingAt     when it was told to stop; empty where AWS does not say
/// @param stopCode       such as `SpotInterruption`; unknown words as they are; empty while it runs
/// @param stoppedReason  AWS's own sentence, or empty
public record TaskState(String arn, String service, String taskDefinition, String lastStatus, String desiredStatus,
        String provider, String zone, String health, Optional<Instant> createdAt, Optional<Instant> startedAt,
        Optional<Instant> stoppingAt, Optional<Instant> stoppedAt, String stopCode, String stoppedReason,
        List<ContainerState> containers) {

    public TaskState {
        containers = List.copyOf(containers);
    }

    /// @param reason AWS's own sentence, such as `OutOfMemoryError: Container killed due to memory usage`, or empty
    public record ContainerState(String name, String lastStatus, OptionalInt exitCode, String reason) {}

    /// The last part of the ARN.
    public String id() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    public boolean isSpot() {
        return provider.equals("FARGATE_SPOT");
    }

    /// Runs and is meant to: a task under notice is no longer counted.
    public boolean isRunning() {
        return lastStatus.equals("RUNNING") && desiredStatus.equals("RUNNING");
    }

    public boolean isStopped() {
        return lastStatus.equals("STOPPED");
    }
}
