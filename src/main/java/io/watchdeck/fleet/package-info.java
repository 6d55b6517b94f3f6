/// Services, tasks, deployments and Spot capacity.
///
/// Read first: [ServiceState], then the port [FleetSource].
@NullMarked
package io.watchdeck.fleet;

import org.jspecify.annotations.NullMarked;
