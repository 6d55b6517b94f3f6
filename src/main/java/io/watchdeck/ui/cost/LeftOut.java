package io.watchdeck.ui.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// Says which stacks a sum leaves out, and why.
record LeftOut(CostText text) {

    private static final int NAMED = 3;

    /// Those that are not in the sum of the bills.
    String ofBills(List<StackCost> all) {
        return without(all.stream().filter(one -> one.report().isEmpty()).toList(), StackCost::standing);
    }

    String ofForecasts(List<StackCost> all) {
        return without(all.stream().filter(one -> one.forecast().isEmpty()).toList(), one -> one.report().isEmpty()
                ? StackCost.Standing.NOT_KNOWN : StackCost.Standing.NO_FORECAST);
    }

    String ofComparison(List<StackCost> all) {
        return without(all.stream().filter(one -> !one.isCompared()).toList(), StackCost::standing);
    }

    private String without(List<StackCost> out, Function<StackCost, StackCost.Standing> why) {
        var names = new LinkedHashMap<StackCost.Standing, List<String>>();
        out.forEach(one -> names.computeIfAbsent(why.apply(one), _ -> new ArrayList<>()).add(one.name()));
        List<String> said = names.entrySet().stream().map(entry -> text.say("ui.costs.out."
                + entry.getKey().word(), text.some(entry.getValue(), NAMED))).toList();
        return said.isEmpty() ? "" : text.say("ui.costs.without", text.list(said));
    }
}
