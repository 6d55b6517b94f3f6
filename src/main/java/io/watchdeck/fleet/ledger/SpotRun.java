package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceKey;
import java.time.Instant;
import java.util.Optional;

/// A task that ran on Spot.
///
/// @param task    its ARN
/// @param endedAt when it stopped; where nobody looked then, when it was last known to run; empty while it runs
public record SpotRun(ServiceKey service, String task, Instant startedAt, Optional<Instant> endedAt) {

    SpotRun ended(Instant at) {
        return new SpotRun(service, task, startedAt, Optional.of(at.isBefore(startedAt) ? startedAt : at));
    }
}
