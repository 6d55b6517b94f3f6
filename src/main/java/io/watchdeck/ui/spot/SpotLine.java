package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.LedgerEntry.Kind;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Tone;

/// A line of the ledger as the list says it.
///
/// @param id      as AWS names it
/// @param moments when it was, in the local zone and in UTC
/// @param task    its short id, or why no task was placed
/// @param full    all of that
/// @param age     how long the task had run
/// @param waited  until another one ran; a word where that is not known
/// @param beside  what the wait means
record SpotLine(String id, Kind kind, String time, String moments, String ago, String title, String service,
        String stackName, Environment environment, String task, String full, String zone, String provider, String age,
        String waited,
        Tone tone, String beside) {}
