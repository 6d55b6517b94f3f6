package io.watchdeck.sandbox;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.CostSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.CostFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Costs of the simulated account. A stack's costs carry the tags of its own filter.
final class SandboxCostSource implements CostSource {

    private final SandboxAccount account;

    SandboxCostSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<CostFilter, Reading<CostReport>> monthToDate(Collection<CostFilter> filters) {
        var answers = new LinkedHashMap<CostFilter, Reading<CostReport>>();
        filters.forEach(filter -> answers.put(filter, report(filter)));
        return answers;
    }

    private Reading<CostReport> report(CostFilter filter) {
        return account.look(now -> {
            List<SimulatedStack> stacks = account.stacks().stream().filter(stack -> carries(stack, filter)).toList();
            return account.fault(stacks, "ce:GetCostAndUsage")
                    .map(failure -> Reading.<CostReport>unknown(failure, now))
                    .orElseGet(() -> stacks.isEmpty() && !filter.tags().isEmpty()
                            ? Reading.unknown(Failure.absent(), now)
                            : Reading.known(report(stacks, filter, now), now));
        });
    }

    private static boolean carries(SimulatedStack stack, CostFilter filter) {
        return stack.file().costFilter().map(CostFilter::tags).orElse(Map.of()).entrySet()
                .containsAll(filter.tags().entrySet());
    }

    private CostReport report(List<SimulatedStack> stacks, CostFilter filter, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean forecasted = account.fault(stacks, "ce:GetCostForecast").isEmpty();
        List<CostReport> reports = stacks.stream().map(stack -> stack.bill().report(today, filter.services())).toList();
        Map<String, Money> spent = new LinkedHashMap<>();
        reports.forEach(report -> report.byService().forEach((service, money) -> spent.merge(service, money,
                Money::plus)));
        return new CostReport(today.minusDays(1), sum(reports.stream().map(CostReport::monthToDate).toList()),
                forecasted && !reports.isEmpty()
                        ? Optional.of(sum(reports.stream().flatMap(report -> report.forecast().stream()).toList()))
                        : Optional.empty(),
                spent);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElse(Money.zero(Currency.getInstance("USD")));
    }
}
