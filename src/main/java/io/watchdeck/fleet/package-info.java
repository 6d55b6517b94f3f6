/// Services, tasks, deployments and Spot capacity.
///
/// Read first: [ServiceState], then the ports [FleetSource], [TargetHealthSource] and [TaskDefinitionSource].
@NullMarked
package io.watchdeck.fleet;

import org.jspecify.annotations.NullMarked;
