package io.watchdeck.fleet.rollout;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Sent;

/// Changes services and tasks. Each call is one request, sent once.
public interface ServiceControl {

    /// `ecs:UpdateService` with the fields of the change alone. Taken, it names the primary deployment from then on.
    Sent update(ServiceKey service, ServiceChange change);

    /// `ecs:StopTask`. A service starts another in its place.
    ///
    /// @param task   ARN
    /// @param reason is kept by ECS as the task's stopped reason, at most 255 characters
    Sent stopTask(String cluster, String task, String reason);

    /// `ecs:StopServiceDeployment` with `ROLLBACK`: ECS goes back to the revision before, whether or not the service has
    /// the circuit breaker's rollback. Refused when it is over already.
    ///
    /// @param deployment ARN of the service deployment, as [DeploymentSource] gives it
    Sent stopDeployment(String deployment);
}
