package io.watchdeck.instance;

/// What came of wanting to be the one console of a data folder.
public sealed interface Claim {

    /// Nobody else is, until it is closed or this process ends.
    record Mine(Instance instance) implements Claim {}

    /// Another process is.
    record Held() implements Claim {}

    /// Cannot be told: the folder takes no lock.
    ///
    /// @param why in the system's words
    record Untold(String why) implements Claim {}
}
