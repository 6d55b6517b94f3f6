package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;

/// A stack in the navigation rail.
///
/// @param owned somebody has all of the worst
record RailEntry(StackId id, String name, Environment environment, Severity severity, boolean owned,
        String headline) {}
