package io.watchdeck.metrics;

import io.watchdeck.model.StackId;

/// A metric of a component of a stack: what history is kept by.
///
/// @param metric    id in the catalogue, such as `service.cpu`
/// @param component name AWS knows the component by
public record SeriesId(StackId stack, String metric, String component) {}
