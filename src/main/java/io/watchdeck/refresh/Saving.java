package io.watchdeck.refresh;

import io.watchdeck.model.Money;
import java.math.BigDecimal;

/// What the console does without as the month's cap comes near: first the question about cost, then metrics come less
/// often, and at the cap nothing is asked that costs. What AWS does not charge for is read as ever.
public enum Saving {
    NONE("0"),
    /// Cost Explorer is not asked.
    COST("0.8"),
    /// Metrics are read as if nobody looked.
    METRICS("0.9"),
    /// Nothing that costs is asked.
    ALL("1");

    private final BigDecimal from;

    Saving(String from) {
        this.from = new BigDecimal(from);
    }

    /// The share of the cap at which it begins.
    public double from() {
        return from.doubleValue();
    }

    /// @param least the price of the cheapest call: where not even that is left, the cap is reached
    static Saving of(Money spent, Money cap, Money least) {
        if (spent.plus(least).compareTo(cap) > 0) {
            return ALL;
        }
        return METRICS.isReached(spent, cap) ? METRICS : COST.isReached(spent, cap) ? COST : NONE;
    }

    private boolean isReached(Money spent, Money cap) {
        return spent.amount().compareTo(cap.amount().multiply(from)) >= 0;
    }
}
