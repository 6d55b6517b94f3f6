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
/// A bill of AWS holds nothing of what others are paid, so the whole is compared with the plan less those lines: else a
/// stack that pays others as planned could spend that much more at AWS and yet look well.
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

    /// Whether AWS bills in another currency than the plan counts in, so that nothing can be compared.
    public boolean isOtherCurrency() {
        return bill.isPresent() && !isComparable(plan, bill.get());
    }

    /// What AWS may bill by the plan: the declared total, or else the sum of the lines, less what others are paid. Empty
    /// where the plan has no figure.
    public Optional<Plan.Amount> measurable() {
        return plan.counted().map(all -> plan.outside().map(all::minus).orElse(all));
    }

    /// How far the month's end will be from what AWS may bill by the plan.
    public Optional<Drift> drift() {
        return forecast().flatMap(end -> measurable().map(planned -> Drift.of(end, planned)));
    }

    /// How far the month's end will be from the total that the plan wants to reach next, less what others are paid.
    public Optional<Drift> toTarget() {
        return forecast().flatMap(end -> plan.target().map(Plan.Amount::of)
                .map(target -> plan.outside().map(target::minus).orElse(target))
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

    private Optional<Money> forecast() {
        return bill.filter(known -> isComparable(plan, known)).flatMap(CostReport::forecast);
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
        Money toDate = bill.byService().get(service);
        if (toDate == null) {
            return new LineReview(line, new LineReview.Actual.NotBilled(), Optional.empty());
        }
        Optional<Money> monthEnd = MonthEnd.of(toDate, bill.bill().only(service)).map(MonthEnd::expected);
        Plan.Amount planned = plan.sharers(line).stream().map(Plan.Line::amount).reduce(Plan.Amount::plus)
                .orElse(line.amount());
        Optional<Drift> drift = monthEnd.filter(_ -> isComparable(plan, bill)).map(end -> Drift.of(end, planned));
        return new LineReview(line, plan.isShared(line)
                ? new LineReview.Actual.Together(plan.sharers(line).stream().filter(other -> !other.equals(line))
                        .toList(), planned, toDate, monthEnd)
                : new LineReview.Actual.Billed(toDate, monthEnd), drift);
    }

    private static List<Unplanned> unplanned(Plan plan, CostReport bill) {
        Set<String> planned = plan.lines().stream().flatMap(line -> line.service().stream())
                .collect(Collectors.toSet());
        return new TreeMap<>(bill.byService()).entrySet().stream().filter(entry -> !planned.contains(entry.getKey()))
                .filter(entry -> entry.getValue().rounded(2).amount().signum() != 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> new Unplanned(entry.getKey(), entry.getValue())).toList();
    }

    private static boolean isComparable(Plan plan, CostReport bill) {
        return plan.lines().stream().map(Plan.Line::amount).findFirst().or(plan::total)
                .map(amount -> amount.from().currency().equals(bill.monthToDate().currency())).orElse(true);
    }
}
