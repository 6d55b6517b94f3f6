package io.watchdeck.sandbox.world;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
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
    private final Optional<Plan> plan;
    private final Currency currency;
    private final long seed;
    private final List<Budget> budgets = new ArrayList<>();

    SimulatedBill(Optional<Plan> plan, Profile.Bill bill, long seed) {
        this.plan = plan;
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

    /// The days from one to yesterday; on the first of a month until today.
    ///
    /// @param only the services that count; empty for all
    public Bill bill(LocalDate first, LocalDate today, Collection<String> only) {
        LocalDate last = today.getDayOfMonth() == 1 ? today : today.minusDays(1);
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = first.isAfter(last) ? last : first; !day.isAfter(last); day = day.plusDays(1)) {
            var spent = new LinkedHashMap<String, Money>();
            for (var entry : byService.entrySet()) {
                if (only.isEmpty() || only.contains(entry.getKey())) {
                    spent.put(entry.getKey(), money(entry.getValue() / day.lengthOfMonth()
                            * (1 + DAILY * Dice.noise(Dice.mix(seed, entry.getKey()), day.toEpochDay()))));
                }
            }
            days.add(new BilledDays(day, day.plusDays(1), spent, true));
        }
        return new Bill(last, days);
    }

    /// The same days of some services by usage type: what lines of the plan name in the plan's proportions, the rest of a
    /// service under a type of its own.
    public Bill usages(LocalDate first, LocalDate today, Collection<String> services) {
        Bill bill = bill(first, today, services);
        return new Bill(bill.asOf(), bill.days().stream().map(some -> {
            var spent = new LinkedHashMap<String, Money>();
            some.byService().forEach((service, money) -> shares(service).forEach((usage, share) -> spent.merge(usage,
                    money(money.amount().doubleValue() * share), Money::plus)));
            return new BilledDays(some.first(), some.end(), spent, some.estimated());
        }).toList());
    }

    /// Of each usage type of a service, as a share of 1.
    private Map<String, Double> shares(String service) {
        List<Plan.Line> lines = plan.stream().flatMap(known -> known.lines().stream())
                .filter(line -> line.service().filter(service::equals).isPresent()).toList();
        double sum = lines.stream().mapToDouble(line -> middle(line.amount())).sum();
        var shares = new LinkedHashMap<String, Double>();
        lines.forEach(line -> shares.merge(line.usage().isEmpty() ? service + ":Usage"
                : line.usage().getFirst().replace("*", ""), middle(line.amount()) / sum, Double::sum));
        return shares;
    }

    /// The month so far.
    public CostReport report(LocalDate today) {
        return bill(today.withDayOfMonth(1), today, List.of()).report();
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
