/// Services, tasks, deployments and Spot capacity.
///
/// Read first: [ServiceState], then the ports [FleetSource] and [TargetHealthSource].
@NullMarked
package io.watchdeck.fleet;

import org.jspecify.annotations.NullMarked;
