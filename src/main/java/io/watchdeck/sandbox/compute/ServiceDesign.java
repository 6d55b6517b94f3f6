package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.List;
import java.util.Optional;

/// What a simulated service is made from.
///
/// @param desired    tasks when nothing special happens
/// @param policies   of its autoscaling, in words
/// @param strategy   empty for launch type FARGATE
/// @param port       of its container
/// @param drain      seconds for which a stopping task still finishes what it has begun: the deregistration delay of its
///                   target group
/// @param revision   of its task definition at the beginning
/// @param rules      how it rolls out, at the beginning
public record ServiceDesign(String cluster, String name, int desired, Optional<Range> range, List<String> policies,
        List<CapacityShare> strategy, int port, long drain, int revision, Optional<String> targetGroupArn,
        RolloutRules rules, TaskBuild build) {

    public ServiceDesign {
        policies = List.copyOf(policies);
        strategy = List.copyOf(strategy);
    }

    /// Name of the container and family of the task definition.
    public String family() {
        return name.endsWith("-service") ? name.substring(0, name.length() - "-service".length()) : name;
    }
}
