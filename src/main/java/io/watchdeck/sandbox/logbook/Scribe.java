package io.watchdeck.sandbox.logbook;

/// Writes down what happened.
public interface Scribe {

    /// @param end of the minute that has just passed, in seconds of the epoch
    void closeMinute(long end);
}
