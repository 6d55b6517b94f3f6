package io.watchdeck.cost;

import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Plan;

/// What one task of a service costs in a month, at the Spot mix that it was planned or billed with.
public sealed interface UnitPrice {

    /// @param month      a range where the plan has one
    /// @param arithmetic how it comes about
    record Known(Plan.Amount month, Phrase arithmetic) implements UnitPrice {}

    /// @param why it cannot be told
    record NotKnown(Phrase why) implements UnitPrice {}
}
