package io.watchdeck.sandbox;

import io.watchdeck.cost.CostSource;
import io.watchdeck.cost.CostSourceContract;
import io.watchdeck.model.Money;
import io.watchdeck.model.Readings;
import io.watchdeck.stack.Plan;
import java.util.Optional;

class SandboxCostSourceTest extends CostSourceContract {

    @Override
    protected CostSource withServices(int count) {
        return stage(count).cloud().cost().orElseThrow();
    }

    private static Stage stage(int services) {
        return Stage.withPlan(new Plan(Optional.empty(), Readings.names(SERVICE, services).stream()
                .map(name -> new Plan.Line("line of " + name, Plan.Amount.of(Money.usd("12.50")), Optional.of(name),
                        false))
                .toList(), Optional.empty()));
    }

    @Override
    protected CostSource denied() {
        return stage(1).denied("ce:GetCostAndUsage").cloud().cost().orElseThrow();
    }

    @Override
    protected CostSource throttled() {
        return stage(1).throttled().cloud().cost().orElseThrow();
    }
}
