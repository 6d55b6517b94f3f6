package io.watchdeck.stack;

import java.util.List;

/// An Application Load Balancer and the target groups behind it, by name.
public record LoadBalancerSpec(String name, List<String> targetGroups) {}
