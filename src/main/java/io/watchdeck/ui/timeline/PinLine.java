package io.watchdeck.ui.timeline;

import java.time.Instant;

/// A pinned moment as it is listed.
///
/// @param time   day and time
/// @param note   may be empty
/// @param person who pinned it
record PinLine(Instant at, String time, String note, String person) {}
