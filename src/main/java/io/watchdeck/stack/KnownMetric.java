package io.watchdeck.stack;

import io.watchdeck.model.ComponentKind;

/// What the reader of stack files must know of a metric to check the rules on it; the catalogue itself lives above.
///
/// @param id         as rules name it, such as `service.cpu`
/// @param kind       of the components that have it
/// @param percentage whether its values are percentages, so that none is above 100
public record KnownMetric(String id, ComponentKind kind, boolean percentage) {}
