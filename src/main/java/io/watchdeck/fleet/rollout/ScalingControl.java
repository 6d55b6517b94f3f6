package io.watchdeck.fleet.rollout;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Sent;

/// Changes what autoscaling may do.
public interface ScalingControl {

    /// `application-autoscaling:RegisterScalableTarget` with both ends and nothing else. Application Auto Scaling moves a
    /// desired count outside the range into it at once. Refused for a service that has no range: this would begin one.
    Sent range(ServiceKey service, int min, int max);
}
