package io.watchdeck.watch;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.model.Panel;
import java.util.List;

/// What is known of the service that somebody looks at closely, beside what is known of every service.
///
/// @param activities of its autoscaling, newest first
public record Inspected(Inspection of, Panel<List<ScalingActivity>> activities) {}
