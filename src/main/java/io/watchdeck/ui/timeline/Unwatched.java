package io.watchdeck.ui.timeline;

import io.watchdeck.model.TimeRange;

/// A time of which the ledger knows nothing: ECS had forgotten it before anybody looked. A look tells of the hour before it,
/// so that it ends before somebody watches again.
///
/// @param first whether it lies before the first look ever: then it has an end alone, and its begin is only where what is
///              shown begins
record Unwatched(TimeRange range, boolean first) {}
