package io.watchdeck.sandbox;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.compute.TargetTracking;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Autoscaling ranges of the simulated account.
final class SandboxScalingSource implements ScalingSource {

    private final SandboxAccount account;

    SandboxScalingSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<ServiceKey, Reading<ScalingRange>> ranges(Collection<ServiceKey> services) {
        return account.readEach(services,
                (stack, key) -> stack.service(key.service())
                        .filter(_ -> stack.file().cluster().equals(key.cluster()))
                        .flatMap(SimulatedService::scalingView),
                _ -> Failure.absent(), "application-autoscaling:DescribeScalableTargets",
                "application-autoscaling:DescribeScalingPolicies");
    }

    @Override
    public Reading<List<ScalingActivity>> activities(String cluster, String service) {
        return account.look(now -> {
            List<SimulatedStack> stacks = account.withCluster(cluster);
            return account.fault(stacks, "application-autoscaling:DescribeScalingActivities")
                    .map(failure -> Reading.<List<ScalingActivity>>unknown(failure, now))
                    .orElseGet(() -> Reading.known(stacks.stream().flatMap(stack -> stack.tracking(service).stream())
                            .findFirst().map(TargetTracking::activities).orElse(List.of()), now));
        });
    }
}
