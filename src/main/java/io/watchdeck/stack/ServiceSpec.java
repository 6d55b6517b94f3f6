package io.watchdeck.stack;

import java.util.Optional;
import java.util.OptionalInt;

/// An ECS service as the stack file describes it.
///
/// @param desired     the task count of the design
/// @param scaling     the autoscaling range of the design
/// @param poolPerTask database connections that one task may open
/// @param spotWeight  percentage of tasks that the design places on `FARGATE_SPOT`
/// @param size        CPU units and memory of a task
/// @param expected    what the design expects of Spot
public record ServiceSpec(String name, OptionalInt desired, Optional<Range> scaling, OptionalInt poolPerTask,
        OptionalInt spotWeight, Optional<TaskSize> size, SpotExpectation expected) {

    /// One whose design expects nothing of Spot.
    public ServiceSpec(String name, OptionalInt desired, Optional<Range> scaling, OptionalInt poolPerTask,
            OptionalInt spotWeight, Optional<TaskSize> size) {
        this(name, desired, scaling, poolPerTask, spotWeight, size, SpotExpectation.none());
    }

    /// Both ends belong to it.
    public record Range(int min, int max) {}

    /// @param cpuUnits  1024 are one vCPU
    /// @param memoryMiB memory in MiB
    public record TaskSize(int cpuUnits, int memoryMiB) {}
}
