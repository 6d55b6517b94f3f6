package io.watchdeck.queues;

import io.watchdeck.model.Failure;
import java.util.List;
import java.util.Optional;

/// What `SubmitJob` sends of a failed job to submit it again.
///
/// @param job        id of the one that failed
/// @param name       of the one that failed and of the new one
/// @param definition ARN of the job definition with its revision
/// @param options    the other parameters that are sent, in order; values of environment variables are left out, because
///                   what was sent is kept and handed on, and there are secrets among them
/// @param objection  why it cannot be submitted again; empty where it can
public record JobOrder(String job, String name, String definition, List<Option> options,
        Optional<Failure> objection) {

    public JobOrder {
        options = List.copyOf(options);
    }

    /// @param name  as the API has it, such as `containerOverrides`
    /// @param value text or number as it is, everything else as JSON
    public record Option(String name, String value) {}
}
