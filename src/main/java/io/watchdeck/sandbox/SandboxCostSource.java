package io.watchdeck.sandbox;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.CostFilter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Costs of the simulated account. A stack's costs carry the tags of its own filter.
final class SandboxCostSource implements CostSource {

    private final SandboxAccount account;

    SandboxCostSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
        var answers = new LinkedHashMap<CostFilter, Reading<Bill>>();
        filters.forEach(filter -> answers.put(filter, bill(filter, first)));
        return answers;
    }

    @Override
    public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
        var answers = new LinkedHashMap<CostFilter, Reading<Bill>>();
        services.forEach((filter, some) -> answers.put(filter, account.look(now -> {
            List<SimulatedStack> stacks = account.stacks().stream().filter(stack -> carries(stack, filter)).toList();
            return account.fault(stacks, "ce:GetCostAndUsage").map(failure -> Reading.<Bill>unknown(failure, now))
                    .orElseGet(() -> stacks.stream().map(stack -> stack.bill().usages(first,
                            LocalDate.ofInstant(now, ZoneOffset.UTC), some)).reduce(SandboxCostSource::together)
                            .map(bill -> Reading.known(bill, now))
                            .orElseGet(() -> Reading.unknown(Failure.absent(), now)));
        })));
        return answers;
    }

    @Override
    public int requests(Collection<CostFilter> filters) {
        return 0;
    }

    private Reading<Bill> bill(CostFilter filter, LocalDate first) {
        return account.look(now -> {
            List<SimulatedStack> stacks = account.stacks().stream().filter(stack -> carries(stack, filter)).toList();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            return account.fault(stacks, "ce:GetCostAndUsage")
                    .map(failure -> Reading.<Bill>unknown(failure, now))
                    .orElseGet(() -> stacks.stream().map(stack -> stack.bill().bill(first, today, filter.services()))
                            .reduce(SandboxCostSource::together).map(bill -> Reading.known(bill, now))
                            .orElseGet(() -> filter.labels().isEmpty()
                                    ? Reading.known(Bill.nothing(first, today.minusDays(1)), now)
                                    : Reading.unknown(Failure.absent(), now)));
        });
    }

    private static boolean carries(SimulatedStack stack, CostFilter filter) {
        return filter.includes(stack.file().costFilter().orElseGet(() -> new CostFilter(Map.of(), List.of())));
    }

    /// Both of the same days.
    private static Bill together(Bill one, Bill other) {
        var days = new ArrayList<BilledDays>();
        for (int day = 0; day < one.days().size(); day++) {
            BilledDays mine = one.days().get(day);
            var spent = new LinkedHashMap<>(mine.byService());
            other.days().get(day).byService().forEach((service, money) -> spent.merge(service, money, Money::plus));
            days.add(new BilledDays(mine.first(), mine.end(), spent, mine.estimated()));
        }
        return new Bill(one.asOf(), days);
    }
}
