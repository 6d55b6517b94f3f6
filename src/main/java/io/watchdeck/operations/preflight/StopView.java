package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import java.util.List;
import java.util.Optional;

/// What a person is told before a service deployment is stopped, as far as it may be another a moment later.
///
/// @param status  of the deployment; empty where ECS tells of no such one
/// @param backTo  ARN of the task definition of the newest deployment that succeeded; empty where none is known
/// @param stopped tasks of the deployment, which are stopped
/// @param started tasks of what it replaces, which start again because they do not run any more
public record StopView(Optional<String> status, Optional<String> backTo, int stopped, int started) {

    /// Whether it is known that ECS would still stop it: it does so once.
    public boolean isStoppable() {
        return status.filter(one -> !ServiceDeployment.isOver(one) && !ServiceDeployment.isStopping(one))
                .isPresent();
    }

    /// @param deployment ARN of the one that is to be stopped
    /// @param every      newest first
    public static StopView of(String deployment, ServiceState service, List<ServiceDeployment> every) {
        int stopped = service.primary().map(Deployment::running).orElse(0);
        int others = service.deployments().stream().mapToInt(Deployment::running).sum() - stopped;
        return new StopView(
                every.stream().filter(one -> one.arn().equals(deployment)).findFirst().map(ServiceDeployment::status),
                every.stream().filter(ServiceDeployment::isSuccessful).findFirst()
                        .flatMap(ServiceDeployment::taskDefinition),
                stopped, Math.max(0, service.desired() - others));
    }
}
