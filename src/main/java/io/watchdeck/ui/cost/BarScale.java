package io.watchdeck.ui.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.cost.CostLine.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far beyond the plan the bars of a table reach: all of them have their plan at the same place.
///
/// @param reach how many plans wide a bar's room is
record BarScale(double reach) {

    private static final double LEAST = 1.05;
    private static final double MOST = 2;

    /// An amount beside its plan.
    record Measured(Money toDate, Optional<Money> forecast, Plan.Amount plan) {

        boolean hasPlan() {
            return amount(plan.to()) > 0;
        }

        double most() {
            return Math.max(amount(toDate), forecast.map(BarScale::amount).orElse(0.0)) / amount(plan.to());
        }
    }

    static BarScale of(List<Measured> all) {
        return new BarScale(Math.clamp(all.stream().filter(Measured::hasPlan).mapToDouble(Measured::most).max()
                .orElse(LEAST), LEAST, MOST));
    }

    /// Empty for a plan of nothing.
    Optional<Bar> bar(Measured one) {
        if (!one.hasPlan()) {
            return Optional.empty();
        }
        double whole = amount(one.plan().to()) * reach;
        var ticks = new ArrayList<Double>();
        if (one.plan().isRange()) {
            ticks.add(amount(one.plan().from()) / whole);
        }
        ticks.add(1 / reach);
        return Optional.of(new Bar(amount(one.toDate()) / whole,
                one.forecast().map(money -> amount(money) / whole).orElse(0.0), ticks));
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }
}
