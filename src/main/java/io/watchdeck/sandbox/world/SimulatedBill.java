package io.watchdeck.sandbox.world;

import io.watchdeck.cost.Budget;
import io.watchdeck.cost.CostReport;
import io.watchdeck.model.Money;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.stack.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the stack costs day by day: the plan's services in the plan's proportions, each drifting its own way.
public final class SimulatedBill {

    private static final double DRIFT = 0.18;
    private static final double DAILY = 0.12;

    private final Map<String, Double> byService = new LinkedHashMap<>();
    private final Currency currency;
    private final long seed;
    private final List<Budget> budgets = new ArrayList<>();

    SimulatedBill(Optional<Plan> plan, Profile.Bill bill, long seed) {
        this.seed = Dice.mix(seed, "bill");
        Map<String, Double> planned = new LinkedHashMap<>();
        plan.ifPresent(known -> known.lines().forEach(line -> line.service()
                .ifPresent(service -> planned.merge(service, middle(line.amount()), Double::sum))));
        currency = plan.flatMap(known -> known.lines().stream().findFirst())
                .map(line -> line.amount().from().currency()).orElse(Currency.getInstance("USD"));
        Map<String, Double> services = planned.isEmpty() ? bill.services() : planned;
        services.forEach((service, amount) -> byService.put(service,
                amount * (1 + DRIFT * Dice.noise(Dice.mix(this.seed, service), 0))));
        double sum = byService.values().stream().mapToDouble(Double::doubleValue).sum();
        bill.month().ifPresent(month -> byService.replaceAll((_, amount) -> amount * month / sum));
    }

    private static double middle(Plan.Amount amount) {
        return (amount.from().amount().doubleValue() + amount.to().amount().doubleValue()) / 2;
    }

    /// The month until yesterday. On the first of a month nothing is counted yet.
    ///
    /// @param only the services that count; empty for all
    public CostReport report(LocalDate today, Collection<String> only) {
        Map<String, Money> spent = new LinkedHashMap<>();
        double left = 0;
        int days = today.lengthOfMonth();
        for (var entry : byService.entrySet()) {
            if (!only.isEmpty() && !only.contains(entry.getKey())) {
                continue;
            }
            double each = entry.getValue() / days;
            double sum = 0;
            for (LocalDate day = today.withDayOfMonth(1); day.isBefore(today); day = day.plusDays(1)) {
                sum += each * (1 + DAILY * Dice.noise(Dice.mix(seed, entry.getKey()), day.toEpochDay()));
            }
            left += each * (days - today.getDayOfMonth() + 1);
            spent.put(entry.getKey(), money(sum));
        }
        Money total = spent.values().stream().reduce(Money.zero(currency), Money::plus);
        return new CostReport(today.minusDays(1), total, Optional.of(total.plus(money(left))), spent);
    }

    /// A budget that somebody keeps beside those that the stack's rules call for.
    public void keep(Budget budget) {
        budgets.add(budget);
    }

    /// Those that were kept by hand.
    public List<Budget> kept() {
        return List.copyOf(budgets);
    }

    private Money money(double amount) {
        return new Money(BigDecimal.valueOf(amount).setScale(4, RoundingMode.HALF_UP), currency);
    }
}
