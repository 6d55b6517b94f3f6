package io.watchdeck.sandbox;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.compute.SimulatedService;
import java.util.Collection;
import java.util.Map;

/// Autoscaling ranges of the simulated account.
final class SandboxScalingSource implements ScalingSource {

    private final SandboxAccount account;

    SandboxScalingSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<String, Reading<ScalingRange>> ranges(String cluster, Collection<String> services) {
        return account.readEach(services,
                (stack, name) -> stack.service(name).filter(_ -> stack.file().cluster().equals(cluster))
                        .flatMap(SimulatedService::scalingView),
                _ -> Failure.absent(), "application-autoscaling:DescribeScalableTargets");
    }
}
