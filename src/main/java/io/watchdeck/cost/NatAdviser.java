package io.watchdeck.cost;

import io.watchdeck.cost.Advice.Given;
import io.watchdeck.cost.Advice.Kind;
import io.watchdeck.cost.Advice.NotGiven;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.StackFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a NAT instance would save: by the bill where it tells what NAT gateways cost, else by the plan. Of development
/// environments only: a NAT instance has nothing that stands in for it.
///
/// @param days the length of the bill that is looked at
record NatAdviser(int days) {

    /// As Cost Explorer calls what NAT gateways are billed with, among disks and traffic.
    static final String OTHER = "EC2 - Other";
    private static final String HOURS = "NatGateway-Hours";
    private static final String BYTES = "NatGateway-Bytes";
    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.42");
    private static final int FEWEST_DAYS = 3;

    /// @param instance the price of a NAT instance
    Optional<Advice> of(StackFile stack, Optional<CostReport> bill, Optional<Adviser.NatInstance> instance) {
        if (stack.environment() != Environment.DEVELOPMENT) {
            return Optional.empty();
        }
        List<BilledDays> told = bill.map(this::told).orElse(List.of());
        return told.size() < FEWEST_DAYS ? byPlan(stack, bill, instance) : byBill(stack, told, instance);
    }

    /// The full days on which the bill tells its usage types apart.
    private List<BilledDays> told(CostReport bill) {
        return bill.days().stream().filter(day -> day.isSingle() && day.first().isBefore(bill.asOf())
                && !day.first().isBefore(bill.asOf().minusDays(days)) && day.byService().containsKey(OTHER)
                && !day.byUsage().isEmpty()).toList();
    }

    private Optional<Advice> byBill(StackFile stack, List<BilledDays> told, Optional<Adviser.NatInstance> instance) {
        Optional<Money> hours = sum(told, HOURS);
        if (hours.filter(money -> money.amount().signum() > 0).isEmpty()) {
            return Optional.empty();
        }
        Money billed = sum(told, BYTES).map(hours.get()::plus).orElse(hours.get());
        Money month = new Money(billed.amount().multiply(DAYS_A_MONTH).divide(BigDecimal.valueOf(told.size()), 2,
                RoundingMode.HALF_UP), billed.currency());
        return advised(stack, month, instance,
                Phrase.of("advice.nat.whyBilled", billed, told.size(), told.getFirst().first(),
                        told.getLast().first()),
                Phrase.of("advice.nat.ofBill", billed, told.size(), DAYS_A_MONTH.doubleValue()));
    }

    private static Optional<Money> sum(List<BilledDays> days, String usage) {
        return days.stream().flatMap(day -> day.byUsage().entrySet().stream())
                .filter(one -> one.getKey().endsWith(usage)).map(Map.Entry::getValue).reduce(Money::plus);
    }

    private Optional<Advice> byPlan(StackFile stack, Optional<CostReport> bill,
            Optional<Adviser.NatInstance> instance) {
        Optional<Money> planned = stack.plan().flatMap(plan -> plan.lines().stream()
                .filter(line -> line.name().startsWith("NAT") && !line.name().contains("instance")
                        && !line.name().contains("data") && !line.amount().isRange())
                .map(line -> line.amount().to()).reduce(Money::plus));
        if (planned.isPresent()) {
            return advised(stack, planned.get(), instance, Phrase.of("advice.nat.why", planned.get()),
                    Phrase.of("advice.nat.ofPlan", planned.get()));
        }
        return bill.filter(known -> known.byService().containsKey(OTHER))
                .map(_ -> new NotGiven(Kind.NAT, stack, Phrase.of("advice.nat.notApart", OTHER)));
    }

    private static Optional<Advice> advised(StackFile stack, Money month, Optional<Adviser.NatInstance> instance,
            Phrase why, Phrase of) {
        if (instance.isEmpty()) {
            return Optional.of(new NotGiven(Kind.NAT, stack, Phrase.of("advice.nat.missing")));
        }
        if (!month.currency().equals(instance.get().month().currency())) {
            return Optional.of(new NotGiven(Kind.NAT, stack, Phrase.of("advice.nat.currency")));
        }
        Money saving = month.minus(instance.get().month());
        return saving.amount().signum() <= 0 ? Optional.empty() : Optional.of(new Given(Kind.NAT, stack,
                Phrase.of("advice.nat.what"), why, saving, false,
                Phrase.of("advice.nat.sum", of, instance.get().month(), instance.get().stack()),
                Phrase.of("advice.nat.risk")));
    }
}
