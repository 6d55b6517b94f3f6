package io.watchdeck.fleet.rollout;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Reading;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads what ECS tells of a service's deployments beyond `DescribeServices`. AWS keeps service deployments for 90 days.
public interface DeploymentSource {

    /// As many as one reading gives.
    int NEWEST = 20;

    /// The [#NEWEST] service deployments, newest first, those that are under way included.
    Reading<List<ServiceDeployment>> deployments(ServiceKey service);

    /// How the service rolls out.
    Reading<DeploymentSettings> settings(ServiceKey service);

    /// What a task definition makes of a task. One that does not exist is `NOT_FOUND`.
    ///
    /// @param taskDefinition ARN, or `family:revision`
    Reading<TaskDesign> design(String taskDefinition);

    /// How long each named target group lets a leaving target finish its requests
    /// (`deregistration_delay.timeout_seconds`). A group that does not exist is `NOT_FOUND`. Every name asked has an
    /// entry; no name, no call.
    Map<String, Reading<Duration>> deregistrationDelays(Collection<String> targetGroups);
}
