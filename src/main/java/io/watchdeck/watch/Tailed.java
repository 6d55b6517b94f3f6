package io.watchdeck.watch;

import io.watchdeck.model.Panel;
import java.util.Optional;

/// What is known of the log that somebody follows.
///
/// @param wish   what was asked for
/// @param places where the service may log; empty as long as that is being asked
public record Tailed(TailWish wish, Optional<LogPlaces> places, Panel<LogTail> lines) {}
