package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceKey;
import java.time.Instant;

/// ECS could not place a task of a service.
///
/// @param id      of the event
/// @param message AWS's own words
public record PlacementFailure(ServiceKey service, String id, Instant at, Cause cause, String message, Learnt learnt)
        implements LedgerEntry {

    /// Why, as far as AWS's words are known.
    public enum Cause {
        /// There is no capacity at this time: Fargate does not fall back to on-demand.
        CAPACITY,
        /// The account's limit on vCPUs that run at the same time.
        VCPU_LIMIT,
        /// Too many calls of ECS on the service's behalf.
        THROTTLED,
        /// What a task needs is not there, such as `RESOURCE:MEMORY`.
        RESOURCE,
        /// Something else.
        OTHER
    }

    @Override
    public Kind kind() {
        return Kind.PLACEMENT_FAILURE;
    }
}
