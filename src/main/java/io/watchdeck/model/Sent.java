package io.watchdeck.model;

import java.time.Instant;
import java.util.Optional;

/// What became of one request that changes the cloud. Such a request is sent once: whoever gets [Lost] reads back what
/// has become of it, and never sends it again.
public sealed interface Sent {

    /// AWS took it.
    ///
    /// @param id of what began with it, where AWS names it: a deployment, a job, a move task
    record Taken(Optional<String> id, Instant at) implements Sent {}

    /// Nothing was changed: AWS answered no, or the request never left.
    record Refused(Failure failure, Instant at) implements Sent {}

    /// The request may have left and no answer that can be understood came back: it was done, or not.
    record Lost(Failure failure, Instant at) implements Sent {}

    /// When the answer came, or was given up.
    Instant at();

    static Sent taken(Instant at) {
        return new Taken(Optional.empty(), at);
    }

    static Sent taken(String id, Instant at) {
        return new Taken(Optional.of(id), at);
    }
}
