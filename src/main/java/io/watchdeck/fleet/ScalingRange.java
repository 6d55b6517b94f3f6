package io.watchdeck.fleet;

import java.util.List;

/// The autoscaling range of a service as Application Auto Scaling holds it.
///
/// @param policies in words, such as `CPU 70 %`, `ALB requests 1000 per target` or `scale-in suspended`
public record ScalingRange(String service, int min, int max, List<String> policies) {
    public ScalingRange {
        policies = List.copyOf(policies);
    }
}
