package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import java.util.Optional;

/// The whole of a plan beside what was spent: the one comparison that every screen, rule and command tells.
///
/// A bill of AWS holds nothing of what others are paid, so it is compared with the plan less those lines: else a stack
/// that pays others as planned could spend that much more at AWS and yet look well.
///
/// @param bill what was spent, where it is known
public record PlanComparison(Plan plan, Optional<CostReport> bill) {

    /// Whether AWS bills in another currency than the plan counts in, so that nothing can be compared.
    public boolean isOtherCurrency() {
        return bill.filter(known -> !isComparable(known)).isPresent();
    }

    /// What AWS may bill by the plan: the declared total, or else the sum of the lines, less what others are paid. Empty
    /// where the plan has no figure.
    public Optional<Plan.Amount> measurable() {
        return plan.counted().map(this::atAws);
    }

    /// How far the month's end will be from what AWS may bill by the plan.
    public Optional<Drift> drift() {
        return forecast().flatMap(end -> measurable().map(planned -> Drift.of(end, planned)));
    }

    /// How far the month's end will be from the total that the plan wants to reach next, less what others are paid.
    public Optional<Drift> toTarget() {
        return forecast().flatMap(end -> plan.target().map(Plan.Amount::of).map(this::atAws)
                .map(target -> Drift.of(end, target)));
    }

    /// How much of what is set aside the month will take: what exceeds the rest of the plan. Empty where nothing is set
    /// aside or the month's end is not known.
    public Optional<Money> reserveUsed() {
        return plan.reserve().flatMap(reserve -> forecast().flatMap(end -> measurable().map(planned -> {
            Money over = end.minus(planned.to().minus(reserve.to()));
            Money none = Money.zero(end.currency());
            return over.compareTo(none) < 0 ? none : over.compareTo(reserve.to()) > 0 ? reserve.to() : over;
        })));
    }

    private Plan.Amount atAws(Plan.Amount all) {
        return plan.outside().map(all::minus).orElse(all);
    }

    private Optional<Money> forecast() {
        return bill.filter(this::isComparable).flatMap(CostReport::forecast);
    }

    boolean isComparable(CostReport known) {
        return plan.lines().stream().map(Plan.Line::amount).findFirst().or(plan::total)
                .map(amount -> amount.from().currency().equals(known.monthToDate().currency())).orElse(true);
    }
}
