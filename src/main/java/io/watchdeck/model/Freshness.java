package io.watchdeck.model;

/// How old a figure is, measured in its own reading interval.
public enum Freshness {
    /// Asked for the first time.
    ASKING,
    /// Within two intervals.
    ON_TIME,
    /// Older than two intervals.
    LATE,
    /// Older than five intervals, or nobody is signed in and no other will come: no longer decides anything.
    STALE,
    /// Never known; the failure says why.
    MISSING
}
