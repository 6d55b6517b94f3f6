package io.watchdeck.ui.timeline;

import io.watchdeck.report.Pins;
import io.watchdeck.report.Reports;
import java.util.Optional;

/// What the timeline needs to hand over what it shows.
///
/// @param reports empty where nothing is kept of which there could be one
public record HandingOver(Pins pins, Optional<Reports> reports, Filing filing) {

    /// Where nothing is kept.
    public static HandingOver nothing() {
        return new HandingOver(Pins.none(), Optional.empty(), (_, _, _) -> {});
    }
}
