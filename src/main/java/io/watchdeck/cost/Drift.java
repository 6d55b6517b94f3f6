package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;

/// How far an amount is from the plan for it.
///
/// @param by how much; zero when it is [Kind#WITHIN]
public record Drift(Kind kind, Money by) {

    public enum Kind {
        /// More than the plan, or than the upper end of its range.
        OVER,
        /// Less than the plan, or than the lower end of its range.
        UNDER,
        /// The plan to the cent, or in its range.
        WITHIN
    }

    /// Amounts that differ by less than half a cent are the same.
    ///
    /// @throws IllegalArgumentException for different currencies
    public static Drift of(Money amount, Plan.Amount planned) {
        Money over = amount.minus(planned.to()).rounded(2);
        Money under = planned.from().minus(amount).rounded(2);
        if (over.amount().signum() > 0) {
            return new Drift(Kind.OVER, over);
        }
        return under.amount().signum() > 0 ? new Drift(Kind.UNDER, under)
                : new Drift(Kind.WITHIN, Money.zero(amount.currency()));
    }
}
