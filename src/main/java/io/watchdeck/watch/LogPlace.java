package io.watchdeck.watch;

/// Where lines are found.
///
/// @param group   name of a log group
/// @param streams how the names of its streams begin, such as `api/`; empty for all of the group
public record LogPlace(String group, String streams) {}
