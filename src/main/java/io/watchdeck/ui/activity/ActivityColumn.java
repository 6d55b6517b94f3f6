package io.watchdeck.ui.activity;

import io.watchdeck.words.Words;
import java.util.Locale;
import java.util.Optional;

/// The columns of the list. The one that says what was done has what the others leave.
enum ActivityColumn {
    WHEN(106, 0.04), KIND(32, 0), OPERATION(0, 0), WHO(146, 0.26), VERDICT(192, 0.42), TOOK(64, 0.02);

    /// As wide as the list is beside its details in a window of the usual size; what is more is shared.
    private static final double USUAL = 790;

    private final double width;
    private final double share;

    ActivityColumn(double width, double share) {
        this.width = width;
        this.share = share;
    }

    /// Empty for the one that has what the others leave.
    ///
    /// @param all the width of a row
    Optional<Double> width(double all) {
        return width > 0 ? Optional.of(Math.floor(width + share * Math.max(0, all - USUAL))) : Optional.empty();
    }

    /// What stands above it; empty above icons.
    String title(Words words) {
        return this == KIND ? "" : words.say("ui.activity.column." + name().toLowerCase(Locale.ROOT));
    }
}
