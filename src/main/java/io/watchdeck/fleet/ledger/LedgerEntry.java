package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceKey;
import java.time.Instant;

/// One line of the ledger.
public sealed interface LedgerEntry permits Interruption, PlacementFailure {

    /// The sorts of lines.
    enum Kind {
        INTERRUPTION, PLACEMENT_FAILURE
    }

    /// By which way the console learnt of it.
    enum Learnt {
        /// ECS showed the task.
        POLLED,
        /// An event of the service told it.
        SERVICE_EVENT,
        /// The log group told it into which EventBridge puts the events of ECS.
        LOG
    }

    ServiceKey service();

    /// As AWS names it: the ARN of the task, or the id of the event.
    String id();

    /// When it happened, as well as it is known.
    Instant at();

    Learnt learnt();

    Kind kind();
}
