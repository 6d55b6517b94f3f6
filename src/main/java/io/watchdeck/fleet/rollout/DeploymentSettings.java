package io.watchdeck.fleet.rollout;

import java.util.List;
import java.util.OptionalInt;

/// How a service rolls out.
///
/// @param controller `ECS`, `CODE_DEPLOY` or `EXTERNAL`; unknown words as they are
/// @param minPercent tasks that are kept while it rolls out, as a share of the desired count
/// @param maxPercent tasks that there may be while it rolls out, as a share of the desired count
/// @param breaker    whether the circuit breaker ends a deployment whose tasks do not start
/// @param rollback   whether what the circuit breaker or an alarm ends is rolled back
/// @param alarms     names of the CloudWatch alarms that end a deployment; none where they are not enabled
public record DeploymentSettings(String controller, OptionalInt minPercent, OptionalInt maxPercent, boolean breaker,
        boolean rollback, List<String> alarms) {
    public DeploymentSettings {
        alarms = List.copyOf(alarms);
    }
}
