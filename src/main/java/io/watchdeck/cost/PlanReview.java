package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The plan of a stack, line by line, beside what AWS bills.
///
/// @param lines     in the plan's order
/// @param unplanned what is billed under a name of which the plan has no line, the most first
/// @param bill      what was spent, where it is known
public record PlanReview(Plan plan, List<LineReview> lines, List<Unplanned> unplanned, Optional<CostReport> bill) {

    /// @param service the name on the bill
    public record Unplanned(String service, Money toDate) {}

    public PlanReview {
        lines = List.copyOf(lines);
        unplanned = List.copyOf(unplanned);
    }

    public static PlanReview of(Plan plan, Optional<CostReport> bill) {
        return new PlanReview(plan, plan.lines().stream().map(line -> line(plan, line, bill)).toList(),
                bill.map(known -> unplanned(plan, known)).orElse(List.of()), bill);
    }

    /// The plan as a whole.
    public PlanComparison whole() {
        return new PlanComparison(plan, bill);
    }

    private static LineReview line(Plan plan, Plan.Line line, Optional<CostReport> bill) {
        if (line.reserve()) {
            return new LineReview(line, new LineReview.Actual.Reserve(), Optional.empty());
        }
        if (line.service().isEmpty()) {
            return new LineReview(line, new LineReview.Actual.Outside(), Optional.empty());
        }
        return bill.map(known -> billed(plan, line, line.service().get(), known))
                .orElseGet(() -> new LineReview(line, new LineReview.Actual.Unknown(), Optional.empty()));
    }

    private static LineReview billed(Plan plan, Plan.Line line, String service, CostReport bill) {
        var split = new UsageSplit(plan, bill.bill());
        boolean apart = split.splits(line);
        Money toDate = apart ? split.toDate(line).orElse(null) : bill.byService().get(service);
        if (toDate == null) {
            return new LineReview(line, new LineReview.Actual.NotBilled(), Optional.empty());
        }
        List<Plan.Line> members = !apart ? plan.sharers(line) : line.usage().isEmpty() ? split.rest(line)
                : List.of(line);
        Optional<Money> monthEnd = MonthEnd.of(toDate, apart ? split.only(line) : bill.bill().only(service))
                .map(MonthEnd::expected);
        Plan.Amount planned = members.stream().map(Plan.Line::amount).reduce(Plan.Amount::plus).orElse(line.amount());
        Optional<Drift> drift = monthEnd.filter(_ -> new PlanComparison(plan, Optional.of(bill)).isComparable(bill))
                .map(end -> Drift.of(end, planned));
        return new LineReview(line, members.size() > 1
                ? new LineReview.Actual.Together(members.stream().filter(other -> !other.equals(line)).toList(),
                        planned, toDate, monthEnd)
                : new LineReview.Actual.Billed(toDate, monthEnd), drift);
    }

    private static List<Unplanned> unplanned(Plan plan, CostReport bill) {
        Set<String> planned = plan.lines().stream().flatMap(line -> line.service().stream())
                .collect(Collectors.toSet());
        var unnamed = new TreeMap<>(bill.byService());
        unnamed.keySet().removeAll(planned);
        var split = new UsageSplit(plan, bill.bill());
        UsageSplit.services(plan).forEach(service -> split.unnamed(service)
                .ifPresent(money -> unnamed.put(service, money)));
        return unnamed.entrySet().stream()
                .filter(entry -> entry.getValue().rounded(2).amount().signum() != 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> new Unplanned(entry.getKey(), entry.getValue())).toList();
    }
}
