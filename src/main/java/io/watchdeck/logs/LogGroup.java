package io.watchdeck.logs;

import java.util.OptionalInt;

/// What a log group holds, and for how long.
///
/// @param storedBytes   as AWS counts them; some hours old
/// @param retentionDays after which a line is deleted; empty where lines never expire
public record LogGroup(String name, long storedBytes, OptionalInt retentionDays) {}
