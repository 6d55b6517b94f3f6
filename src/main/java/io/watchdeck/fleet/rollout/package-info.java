/// How services roll out, and the ports that change services: see [DeploymentSource] for what is read, [ServiceControl]
/// and [ScalingControl] for what is changed, which only `operations` may use.
@NullMarked
package io.watchdeck.fleet.rollout;

import org.jspecify.annotations.NullMarked;
