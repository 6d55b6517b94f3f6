package io.watchdeck.watch;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.model.Panel;
import java.util.List;
import java.util.Optional;

/// What is known of the service that somebody looks at closely, beside what is known of every service.
///
/// @param of         without the wish for lines, which the tail has
/// @param activities of its autoscaling, newest first
/// @param tail       of its log; empty while nobody follows it
public record Inspected(Inspection of, Panel<List<ScalingActivity>> activities, Optional<Tailed> tail) {

    public Inspected(Inspection of, Panel<List<ScalingActivity>> activities) {
        this(of, activities, Optional.empty());
    }

    public Inspected with(Optional<Tailed> lines) {
        return new Inspected(of, activities, lines);
    }
}
