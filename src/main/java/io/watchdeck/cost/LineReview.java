package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import java.util.List;
import java.util.Optional;

/// What a line of a plan has cost beside what was planned for it.
///
/// @param drift how far the month's end will be from the plan; empty where that is not known
public record LineReview(Plan.Line line, Actual actual, Optional<Drift> drift) {

    /// What the bill says of a line.
    public sealed interface Actual {

        /// AWS bills it under a name of its own.
        ///
        /// @param monthEnd by the rate of the days that are counted; empty as long as these are too few
        record Billed(Money toDate, Optional<Money> monthEnd) implements Actual {}

        /// AWS bills it together with other lines, and does not tell their parts.
        ///
        /// @param with     the others, in the plan's order
        /// @param planned  of all of them together
        /// @param monthEnd of all of them together
        record Together(List<Plan.Line> with, Plan.Amount planned, Money toDate, Optional<Money> monthEnd)
                implements Actual {
            public Together {
                with = List.copyOf(with);
            }
        }

        /// The bill of this month does not know its name: nothing was used, or it is called otherwise.
        record NotBilled() implements Actual {}

        /// AWS does not bill it: no bill of AWS says what it costs.
        record Outside() implements Actual {}

        /// Set aside rather than spent.
        record Reserve() implements Actual {}

        /// No bill is known.
        record Unknown() implements Actual {}
    }
}
