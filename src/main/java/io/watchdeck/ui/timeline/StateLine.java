package io.watchdeck.ui.timeline;

import io.watchdeck.model.Freshness;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import java.util.Optional;

/// A figure of the stack, then and now.
///
/// @param then empty where nothing is recorded of that moment
record StateLine(String name, Optional<Cell> then, Optional<Cell> now) {

    /// @param absent  why there is no figure; empty where there is one
    /// @param aged    late or stale, if the figure was so when it was shown
    /// @param explain its age, and what is wrong, for the tooltip
    record Cell(String text, Tone tone, Optional<Absence.Kind> absent, Optional<Freshness> aged, String explain) {}
}
