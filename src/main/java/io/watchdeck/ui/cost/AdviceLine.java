package io.watchdeck.ui.cost;

/// One piece of advice in words.
///
/// @param saving     a month
/// @param arithmetic of the saving
record AdviceLine(String what, String saving, String why, String arithmetic, String risk) {}
