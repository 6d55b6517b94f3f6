package io.watchdeck.operations.gate;

import io.watchdeck.operations.ControlConnector;
import io.watchdeck.operations.Controls;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.CloudConnector;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// How an account is reached: what reads it and what changes it.
///
/// @param anew when the account began, holding nothing of what was done before; empty for one that lasts
/// @param endpoint in place of AWS's own for every stack whose file names none
public record Reach(CloudConnector reading, ControlConnector changing, Optional<Instant> anew,
        Optional<URI> endpoint) {

    /// Of accounts that last, at AWS's own endpoints.
    public Reach(CloudConnector reading, ControlConnector changing) {
        this(reading, changing, Optional.empty(), Optional.empty());
    }

    /// Where the requests for a stack go.
    Access where(Access access) {
        return access.endpoint().isPresent() ? access : endpoint.map(access::withEndpoint).orElse(access);
    }

    Cloud cloud(Access access) {
        return reading.connect(access);
    }

    Controls controls(Access access) {
        return changing.controls(access);
    }
}
