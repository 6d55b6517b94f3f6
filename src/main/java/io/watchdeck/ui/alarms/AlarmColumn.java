package io.watchdeck.ui.alarms;

import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns of the list. The one that says what is wrong has what the others leave.
enum AlarmColumn {
    MARK(30), SEVERITY(32), ALARM(0), VALUE(92), LINE(88), SINCE(94), WHO(178);

    private final double width;

    AlarmColumn(double width) {
        this.width = width;
    }

    /// Empty for the one that grows.
    Optional<Double> width() {
        return width > 0 ? Optional.of(width) : Optional.empty();
    }

    /// What stands above it; empty above marks and icons.
    String title(Words words) {
        return this == MARK || this == SEVERITY ? ""
                : words.say("ui.alarms.column." + name().toLowerCase(Locale.ROOT));
    }

    static List<AlarmColumn> all() {
        return List.of(values());
    }
}
