package io.watchdeck.sandbox.compute;

/// How a task of a defective version ends.
public enum Fate {
    /// Lives until it is stopped.
    LIVES,
    /// Killed for its memory half a minute after it began to run.
    OUT_OF_MEMORY,
    /// Runs, but never passes the checks of its target group or container.
    NEVER_HEALTHY,
    /// Never runs: its image cannot be pulled.
    NO_IMAGE
}
