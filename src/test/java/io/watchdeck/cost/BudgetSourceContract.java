package io.watchdeck.cost;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [BudgetSource] keeps.
public abstract class BudgetSourceContract {

    /// There is no budget.
    protected abstract BudgetSource without();

    /// A monthly budget of this limit, of which something has been spent.
    protected abstract BudgetSource withLimit(Money limit);

    protected abstract BudgetSource denied();

    protected abstract BudgetSource throttled();

    @Test
    void noBudgetIsAnAnswer() {
        assertThat(value(without().budgets())).isEmpty();
    }

    @Test
    void aBudgetTellsItsLimitAndWhatIsSpent() {
        List<Budget> budgets = value(withLimit(Money.usd("198.10")).budgets());

        assertThat(budgets).singleElement().satisfies(budget -> {
            assertThat(budget.limit().rounded(2)).isEqualTo(Money.usd("198.10"));
            assertThat(budget.type()).isEqualTo("COST");
            assertThat(budget.period()).isEqualTo("MONTHLY");
            assertThat(budget.actual()).hasValueSatisfying(spent -> assertThat(spent.amount()).isPositive());
        });
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().budgets(), "budgets:ViewBudget");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().budgets());
    }
}
