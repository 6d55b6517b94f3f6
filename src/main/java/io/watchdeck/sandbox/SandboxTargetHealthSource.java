package io.watchdeck.sandbox;

import io.watchdeck.fleet.TargetHealthSource;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Targets behind the load balancers of the simulated account.
final class SandboxTargetHealthSource implements TargetHealthSource {

    private final SandboxAccount account;

    SandboxTargetHealthSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<String, Reading<List<TargetState>>> targets(Collection<String> targetGroups) {
        return account.readEach(targetGroups, SimulatedStack::targets,
                name -> Failure.notFound("target group " + name, account.place().region().code()),
                "elasticloadbalancing:DescribeTargetHealth", "elasticloadbalancing:DescribeTargetGroups");
    }
}
