package io.watchdeck.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An ECS service as `DescribeServices` reports it.
///
/// @param status         `ACTIVE`, `DRAINING` or `INACTIVE`; unknown words as they are
/// @param strategy       the capacity provider strategy; empty when the service has a launch type
/// @param launchType     `FARGATE`, `EC2` or `EXTERNAL`; empty when it has a strategy
/// @param taskDefinition ARN of the primary deployment's task definition
/// @param targetGroups   names of the target groups in which its tasks are registered; none where no load balancer is in
///                       front of it
/// @param deployments    primary first
/// @param events         newest first; AWS keeps the newest 100
public record ServiceState(String name, String arn, String status, int desired, int running, int pending,
        List<CapacityShare> strategy, String launchType, String taskDefinition, List<String> targetGroups,
        List<Deployment> deployments, List<ServiceEvent> events) {

    public ServiceState {
        strategy = List.copyOf(strategy);
        targetGroups = List.copyOf(targetGroups);
        deployments = List.copyOf(deployments);
        events = List.copyOf(events);
    }

    /// Of the newest revision; ECS always has one.
    public Optional<Deployment> primary() {
        return deployments.stream().filter(Deployment::isPrimary).findFirst();
    }

    /// @param provider such as `FARGATE_SPOT`
    /// @param weight   relative share, 0–1000
    /// @param base     tasks placed there first, 0–100000
    public record CapacityShare(String provider, int weight, int base) {}

    /// @param message AWS's own sentence
    public record ServiceEvent(String id, Instant at, String message) {}
}
