package io.watchdeck.ui.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Says which stacks a sum leaves out, and why each.
record LeftOut(CostText text) {

    private static final int NAMED = 3;

    /// Those that are not in the sum of the bills.
    String ofBills(List<StackCost> all) {
        return without(all, one -> one.report().isEmpty());
    }

    String ofForecasts(List<StackCost> all) {
        var names = new ArrayList<String>();
        all.stream().filter(one -> one.forecast().isEmpty()).forEach(one -> names.add(text.say("ui.costs.out."
                + (one.report().isEmpty() ? StackCost.Standing.NOT_KNOWN : StackCost.Standing.NO_FORECAST).word(),
                one.name())));
        return said(names);
    }

    String ofComparison(List<StackCost> all) {
        return without(all, one -> !one.isCompared());
    }

    private String without(List<StackCost> all, Predicate<StackCost> out) {
        return said(all.stream().filter(out).map(one -> text.say("ui.costs.out." + one.standing().word(), one.name()))
                .toList());
    }

    private String said(List<String> names) {
        return names.isEmpty() ? "" : text.say("ui.costs.without", text.some(names, NAMED));
    }
}
