package io.watchdeck.watch;

import io.watchdeck.refresh.Saving;
import java.util.function.Supplier;

/// What is not asked for because it costs: what the month's cap forbids or soon will, and what nobody needs.
///
/// @param saving what is done without as the cap comes near
/// @param costs  who needs to know what stacks cost
record Thrift(Supplier<Saving> saving, CostNeed costs) {

    /// Everything is asked for.
    static Thrift none() {
        return new Thrift(() -> Saving.NONE, new CostNeed(CostNeed.Asked.DAILY));
    }
}
