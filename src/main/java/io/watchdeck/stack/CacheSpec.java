package io.watchdeck.stack;

import java.util.OptionalInt;

/// An ElastiCache cluster or replication group.
///
/// @param nodes how many nodes the design has; hit rates are counted over all of them
public record CacheSpec(String id, OptionalInt nodes) {}
