package io.watchdeck.metrics;

import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import java.time.Duration;

/// A metric as a screen shows it: the newest complete period, and what is known of the time before.
///
/// @param latest value of the newest complete period, with the rhythm in which it is read
/// @param recent the series of what was read since the console began, oldest first
public record Figure(MetricDefinition metric, Panel<Double> latest, Series recent) {

    public static Figure loading(MetricDefinition metric, Duration every) {
        return new Figure(metric, new Panel<>(Loadable.loading(), every), Series.empty());
    }
}
