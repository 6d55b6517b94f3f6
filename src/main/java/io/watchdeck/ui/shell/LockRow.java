package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;

/// A production stack in the menu of locks.
///
/// @param text such as `Unlock Tiketi`
record LockRow(StackId stack, String text) {}
