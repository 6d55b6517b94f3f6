package io.watchdeck.fleet;

import java.util.OptionalInt;

/// One target of a target group, with its health in AWS's own words.
///
/// @param id          what is registered: an IP address for a task on Fargate, else an instance id or an ARN
/// @param zone        Availability Zone, or empty
/// @param state       `initial`, `healthy`, `unhealthy`, `unused`, `draining`, `unavailable` or a word that is new
/// @param reason      code such as `Target.FailedHealthChecks`; empty for a healthy target
/// @param description AWS's own sentence, such as `Health checks failed with these codes: [503]`, or empty
public record TargetState(String id, OptionalInt port, String zone, String state, String reason,
        String description) {

    /// It takes no new requests and is about to leave, whatever its health.
    public boolean isDraining() {
        return state.equals("draining") || state.equals("unhealthy.draining");
    }

    public boolean isHealthy() {
        return state.equals("healthy");
    }
}
