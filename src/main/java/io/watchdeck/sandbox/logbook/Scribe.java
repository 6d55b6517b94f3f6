package io.watchdeck.sandbox.logbook;

/// Writes down what happened.
public interface Scribe {

    /// Something has just happened, in the midst of a minute or at its beginning.
    ///
    /// @param now in seconds of the epoch
    default void step(long now) {}

    /// @param end of the minute that has just passed, in seconds of the epoch
    void closeMinute(long end);
}
