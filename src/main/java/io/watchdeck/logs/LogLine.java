package io.watchdeck.logs;

import java.time.Instant;

/// One line of a log.
///
/// @param at      when it was written, in milliseconds
/// @param stream  the log stream, such as `api/api/0a1b2c`: one for each container of each task
/// @param message as it was written; may have several lines of text
public record LogLine(Instant at, String stream, String message) {}
