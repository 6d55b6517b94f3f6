package io.watchdeck.fleet.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a task definition makes of a task.
///
/// @param revision  `family:revision`
/// @param status    `ACTIVE`, `INACTIVE` or `DELETE_IN_PROGRESS`; unknown words as they are. Nothing new starts from one
///                  that is not active
/// @param cpuUnits  of the task; 1024 are one vCPU
/// @param memoryMiB of the task
public record TaskDesign(String revision, String status, OptionalInt cpuUnits, OptionalInt memoryMiB,
        List<Container> containers) {

    public TaskDesign {
        containers = List.copyOf(containers);
    }

    /// @param image       as the definition names it
    /// @param stopTimeout between `SIGTERM` and `SIGKILL`; empty where the definition leaves it to ECS, which is 30 s
    public record Container(String name, String image, Optional<Duration> stopTimeout) {}
}
