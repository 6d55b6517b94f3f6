package io.watchdeck.watch.past;

import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import java.time.Instant;

/// Samples that were not known before, or were another value, as they came.
///
/// @param at   when they came, not what time they are of
/// @param news only what was new
public record Heard(SeriesId id, Instant at, Series news) {}
