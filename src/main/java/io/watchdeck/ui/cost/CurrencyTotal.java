package io.watchdeck.ui.cost;

import io.watchdeck.cost.Drift;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The stacks that are billed in one currency, together. Amounts of different currencies are never added.
record CurrencyTotal(Currency currency, List<StackCost> billed) {

    CurrencyTotal {
        billed = List.copyOf(billed);
    }

    /// The currency of most stacks first.
    static List<CurrencyTotal> of(List<StackCost> all) {
        var byCurrency = new LinkedHashMap<Currency, List<StackCost>>();
        all.stream().filter(one -> one.report().isPresent()).forEach(one -> byCurrency.computeIfAbsent(
                one.report().get().monthToDate().currency(), _ -> new java.util.ArrayList<>()).add(one));
        return byCurrency.entrySet().stream().map(entry -> new CurrencyTotal(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparing((CurrencyTotal total) -> -total.billed().size())).toList();
    }

    Money toDate() {
        return billed.stream().map(one -> one.report().orElseThrow().monthToDate()).reduce(Money::plus).orElseThrow();
    }

    List<StackCost> forecasting() {
        return billed.stream().filter(one -> one.forecast().isPresent()).toList();
    }

    /// Of the stacks that have one.
    Optional<Money> forecast() {
        return forecasting().stream().map(one -> one.forecast().orElseThrow()).reduce(Money::plus);
    }

    List<StackCost> compared() {
        return billed.stream().filter(StackCost::isCompared).toList();
    }

    /// What AWS may bill the compared stacks by their plans.
    Optional<Plan.Amount> planned() {
        return compared().stream().map(one -> one.planned().orElseThrow()).reduce(Plan.Amount::plus);
    }

    /// The compared stacks together; empty where none is.
    Optional<Drift> drift() {
        return planned().map(plan -> Drift.of(compared().stream().map(one -> one.forecast().orElseThrow())
                .reduce(Money::plus).orElseThrow(), plan));
    }
}
