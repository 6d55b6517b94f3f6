package io.watchdeck.data;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What AWS says about a database itself, beside its metrics.
///
/// @param status          such as `available`; unknown words as they are
/// @param storageBytes    allocated storage; empty for Aurora
/// @param maxConnections  the explicit number in the parameter group, or the estimate by its formula
/// @param connectionsFrom where `maxConnections` comes from
/// @param maxAcu          upper end of the capacity range, in ACUs; empty for a provisioned instance
public record DatabaseFacts(String id, String engine, String engineVersion, String instanceClass, String status,
        boolean multiAz, OptionalLong storageBytes, OptionalInt maxConnections, LimitSource connectionsFrom,
        OptionalDouble maxAcu) {}
