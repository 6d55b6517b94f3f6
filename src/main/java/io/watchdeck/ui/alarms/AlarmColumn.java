package io.watchdeck.ui.alarms;

import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns of the list. The one that says what is wrong has what the others leave.
enum AlarmColumn {
    MARK(30, 0), SEVERITY(32, 0), ALARM(0, 0), VALUE(92, 0.08), LINE(88, 0.16), SINCE(94, 0.04), WHO(178, 0.3);

    /// As wide as the list is beside its details in a window of the usual size; what is more is shared.
    private static final double USUAL = 790;

    private final double width;
    private final double share;

    AlarmColumn(double width, double share) {
        this.width = width;
        this.share = share;
    }

    /// Empty for the one that has what the others leave.
    ///
    /// @param all the width of a row
    Optional<Double> width(double all) {
        return width > 0 ? Optional.of(Math.floor(width + share * Math.max(0, all - USUAL))) : Optional.empty();
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
