package io.watchdeck.ui.timeline;

import io.watchdeck.model.TimeRange;

/// A time in which nobody looked.
///
/// @param first whether it lies before the first look ever: then it has an end alone, and its begin is only where what is
///              shown begins
record Unwatched(TimeRange range, boolean first) {}
