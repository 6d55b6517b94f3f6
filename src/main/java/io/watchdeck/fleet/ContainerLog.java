package io.watchdeck.fleet;

import java.util.Optional;

/// Where a container of a task definition logs.
///
/// @param driver       such as `awslogs` or `awsfirelens`; empty where the definition has none, and nothing is kept
/// @param group        CloudWatch log group, where the driver is `awslogs`
/// @param region       code of the Region of the group; empty where it is the task's own
/// @param streamPrefix how the names of its streams begin: `prefix/container/task`
public record ContainerLog(String container, String driver, Optional<String> group, Optional<String> region,
        Optional<String> streamPrefix) {}
