package io.watchdeck.settings;

import java.time.LocalTime;

/// The hours of each day in which only what is critical makes itself heard, in the local zone.
///
/// @param from the first moment
/// @param to   the first moment after; before `from` where midnight lies between
public record QuietHours(LocalTime from, LocalTime to) {

    public boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }
}
