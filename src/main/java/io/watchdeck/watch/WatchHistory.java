package io.watchdeck.watch;

import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.refresh.StateStore;
import java.util.function.Supplier;

/// Where what is read is kept.
///
/// @param state the newest answers; asking for it may wait until it is open
public record WatchHistory(MetricArchive metrics, Supplier<StateStore> state) {}
