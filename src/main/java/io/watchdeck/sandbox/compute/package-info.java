/// The simulated ECS: services, their tasks, deployments and autoscaling.
/// Read first: [SimulatedService], then [SimulatedTask] and [Rollout].
@NullMarked
package io.watchdeck.sandbox.compute;

import org.jspecify.annotations.NullMarked;
