package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import java.util.Locale;

/// The groups of the list, in its order.
public enum AlarmGroup {
    OPEN, ACKNOWLEDGED, SNOOZED, RESOLVED;

    static AlarmGroup of(Occurrence one) {
        return switch (one.status()) {
            case Status.Open _ -> OPEN;
            case Status.Acknowledged _ -> ACKNOWLEDGED;
            case Status.Snoozed _ -> SNOOZED;
            case Status.Over _ -> RESOLVED;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
