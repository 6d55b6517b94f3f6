package io.watchdeck.operations.gate;

/// What the gate does with an attempt, for tests of those who wait for it.
public final class Attempts {

    private Attempts() {}

    /// The next thing done is to send it.
    public static void leaves(Attempt attempt) {
        attempt.leave();
    }
}
