package io.watchdeck.sandbox;

import io.watchdeck.cost.Budget;
import io.watchdeck.cost.BudgetSource;
import io.watchdeck.cost.BudgetSourceContract;
import io.watchdeck.model.Money;
import io.watchdeck.model.Readings;
import io.watchdeck.stack.Plan;
import java.util.List;
import java.util.Optional;

class SandboxBudgetSourceTest extends BudgetSourceContract {

    @Override
    protected BudgetSource without() {
        return Stage.withPlan(plan(Money.usd("5"))).cloud().budgets().orElseThrow();
    }

    @Override
    protected BudgetSource withLimit(Money limit) {
        return Stage.withBudget(plan(limit)).cloud().budgets().orElseThrow();
    }

    @Override
    protected BudgetSource withBudgets(int count, String type, String period) {
        return Stage.empty().change((stack, _) -> Readings.names("budget", count).forEach(name -> stack.bill()
                .keep(new Budget(name, type, period, Money.usd("5"), Optional.empty(), Optional.empty(),
                        Budget.Counts.ALL))))
                .cloud()
                .budgets().orElseThrow();
    }

    @Override
    protected BudgetSource denied() {
        return Stage.withPlan(plan(Money.usd("5"))).denied("budgets:ViewBudget").cloud().budgets().orElseThrow();
    }

    @Override
    protected BudgetSource throttled() {
        return Stage.withPlan(plan(Money.usd("5"))).throttled().cloud().budgets().orElseThrow();
    }

    private static Plan plan(Money total) {
        return new Plan(Optional.of(Plan.Amount.of(total)), List.of(new Plan.Line("tasks", Plan.Amount.of(total),
                Optional.of("Amazon Elastic Container Service"), false)), Optional.empty());
    }
}
