package io.watchdeck.stack;

/// What a value is compared with.
public sealed interface Threshold {

    /// In the metric's own unit.
    record Absolute(double value) implements Threshold {}

    /// A percentage of a limit of the component, such as 80 % of the connections a database allows.
    record PercentOf(double percent, Limit limit) implements Threshold {}

    /// The limits that a percentage may refer to.
    enum Limit { MAX_CONNECTIONS, STORAGE, MAX_ACU, DESIRED_TASKS, PLAN }
}
