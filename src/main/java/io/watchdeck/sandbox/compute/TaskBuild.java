package io.watchdeck.sandbox.compute;

import java.util.OptionalInt;

/// What the task definitions of a service have in common.
///
/// @param cpuUnits    of a task; 1024 are one vCPU
/// @param memoryMiB   of a task
/// @param stopTimeout of its container, in seconds; empty for what ECS does by itself
public record TaskBuild(int cpuUnits, int memoryMiB, OptionalInt stopTimeout) {}
