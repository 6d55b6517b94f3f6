package io.watchdeck.sandbox;

import io.watchdeck.cost.Budget;
import io.watchdeck.cost.BudgetSource;
import io.watchdeck.cost.CostReport;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Budgets of the simulated account: a monthly one for each stack whose design has a total and a rule on its cost, and
/// those that were added by hand.
final class SandboxBudgetSource implements BudgetSource {

    private final SandboxAccount account;

    SandboxBudgetSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<List<Budget>> budgets() {
        return account.look(now -> account.fault("budgets:ViewBudget")
                .map(failure -> Reading.<List<Budget>>unknown(failure, now))
                .orElseGet(() -> Reading.known(account.stacks().stream()
                        .flatMap(stack -> Stream.concat(budget(stack, now).stream(), stack.bill().kept().stream()))
                        .toList(), now)));
    }

    private static Optional<Budget> budget(SimulatedStack stack, Instant now) {
        boolean watched = stack.file().rules().stream().anyMatch(rule -> rule.metric().startsWith("cost."));
        return stack.file().plan().filter(_ -> watched).flatMap(Plan::total)
                .map(total -> budget(stack, total.to(), now));
    }

    private static Budget budget(SimulatedStack stack, Money limit, Instant now) {
        CostReport report = stack.bill().report(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return new Budget(stack.file().id().value() + "-monthly", "COST", "MONTHLY", limit,
                Optional.of(report.monthToDate()), report.forecast(), new Budget.Counts(stack.file().costFilter()
                        .map(CostFilter::tags).orElse(Map.of()), false));
    }
}
