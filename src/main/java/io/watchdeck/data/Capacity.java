package io.watchdeck.data;

import java.util.Optional;

/// What an engine computes its limits from.
///
/// @param engine        such as `postgres` or `aurora-mysql`
/// @param instanceClass such as `db.r6g.large`
/// @param acus          the range of Aurora Serverless v2; empty for a provisioned instance
public record Capacity(String engine, String instanceClass, Optional<AcuRange> acus) {

    /// In Aurora capacity units.
    public record AcuRange(double min, double max) {}

    boolean isServerless() {
        return acus.isPresent() && instanceClass.equals("db.serverless");
    }
}
