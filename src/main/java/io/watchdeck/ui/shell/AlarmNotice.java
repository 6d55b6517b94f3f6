package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import java.util.List;
import java.util.UUID;

/// What a person is told of alarms at once.
///
/// @param alarms   the occurrences that it tells of, the worst first
/// @param place    where a person can do something
/// @param onDesktop whether it leaves the window
/// @param sounds   whether it makes a sound
public record AlarmNotice(List<UUID> alarms, Severity severity, String title, String text, Place place,
        boolean onDesktop,
        boolean sounds) {
    public AlarmNotice {
        alarms = List.copyOf(alarms);
    }
}
