package io.watchdeck.cost;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [BudgetSource] keeps.
public abstract class BudgetSourceContract {

    /// There is no budget.
    protected abstract BudgetSource without();

    /// A monthly budget of this limit, of which something has been spent.
    protected abstract BudgetSource withLimit(Money limit);

    /// So many budgets of 5 USD, of which nothing is known to be spent: `budget-0001` and so on, of this type and period.
    protected abstract BudgetSource withBudgets(int count, String type, String period);

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

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101, 201})
    void everyBudgetIsFoundOnce(int count) {
        List<Budget> budgets = value(withBudgets(count, "COST", "MONTHLY").budgets());

        assertThat(budgets).extracting(Budget::name).containsExactlyInAnyOrderElementsOf(names("budget", count));
        assertThat(budgets).allSatisfy(budget -> {
            assertThat(budget.limit()).isEqualTo(Money.usd("5"));
            assertThat(budget.actual()).isEmpty();
            assertThat(budget.forecast()).isEmpty();
        });
    }

    @Test
    void wordsThatNobodyKnowsYetAreShownAsTheyAre() {
        assertThat(value(withBudgets(1, "CARBON", "FORTNIGHTLY").budgets())).singleElement().satisfies(budget -> {
            assertThat(budget.type()).isEqualTo("CARBON");
            assertThat(budget.period()).isEqualTo("FORTNIGHTLY");
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
