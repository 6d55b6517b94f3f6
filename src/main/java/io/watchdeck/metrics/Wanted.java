package io.watchdeck.metrics;

/// A metric of a component that someone needs.
///
/// @param cluster the cluster of the component's stack
public record Wanted(SeriesId id, MetricDefinition metric, String cluster) {}
