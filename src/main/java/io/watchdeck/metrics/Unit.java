package io.watchdeck.metrics;

/// The unit of a metric's values, which decides how they are written.
public enum Unit { PERCENT, COUNT, PER_MINUTE, SECONDS, BYTES, ACU, HOURS, MONEY, PER_SECOND }
