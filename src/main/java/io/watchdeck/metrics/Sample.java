package io.watchdeck.metrics;

import java.time.Instant;

/// One period's value.
///
/// @param at the instant at which the period begins
public record Sample(Instant at, double value) {}
