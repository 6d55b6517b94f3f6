package io.watchdeck.data;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What AWS says about a database itself, beside its metrics.
///
/// @param instanceClass such as `db.t4g.small`; of an Aurora cluster the class of its writer, or empty
/// @param status        such as `available`; unknown words as they are
/// @param storageBytes  allocated storage; empty for Aurora
/// @param connections   how many connections it takes
/// @param maxAcu        upper end of the capacity range, in ACUs; empty for a provisioned instance
public record DatabaseFacts(String id, String engine, String engineVersion, String instanceClass, String status,
        boolean multiAz, OptionalLong storageBytes, ConnectionLimit connections, OptionalDouble maxAcu) {

    public OptionalInt maxConnections() {
        return connections.max();
    }

    public LimitSource connectionsFrom() {
        return connections.from();
    }
}
