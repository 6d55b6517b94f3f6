package io.watchdeck.stack;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A database as the stack file describes it.
///
/// @param kind           one RDS instance, or an Aurora cluster
/// @param maxConnections what the database really allows, where the API cannot tell
/// @param storageBytes   allocated storage
/// @param maxAcu         upper end of the Aurora Serverless v2 capacity range, in ACUs
public record DatabaseSpec(String id, Kind kind, String engine, OptionalInt maxConnections, OptionalLong storageBytes,
        OptionalDouble maxAcu) {

    public enum Kind { INSTANCE, CLUSTER }
}
