package io.watchdeck.model;

import java.time.Instant;

/// A moment that is told with its day where that is another than today, as an argument of a phrase.
///
/// @param now today's moment
public record When(Instant at, Instant now) {}
