package io.watchdeck.ui.explorer;

import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Age;
import java.util.Optional;

/// What the table below the chart says of a chosen series.
///
/// @param value   under the crosshair, else the newest in sight; words where there is none
/// @param known   whether the value is one
/// @param age     of a value that stands for now and is late; empty of one on time, and of the past
/// @param lowest  in sight, like average and highest; empty where there is nothing
/// @param missing of how much of the time nothing is known, and why; empty where all of it is
record LegendLine(Offer offer, int colour, String name, String value, boolean known, Optional<Age> age,
        String lowest, String average,
        String highest, String missing) {

    String stack() {
        return offer.stack();
    }

    Environment environment() {
        return offer.environment();
    }
}
