package io.watchdeck.aws;

import io.watchdeck.cost.Budget;
import io.watchdeck.cost.BudgetSource;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.budgets.model.CalculatedSpend;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.Spend;

/// Reads budgets, 100 a page. The call needs the number of the account, which STS is asked for once.
final class BudgetsSource implements BudgetSource {

    private static final int BUDGETS_A_PAGE = 100;

    private final AwsCalls calls;

    BudgetsSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reading<List<Budget>> budgets() {
        return calls.read(() -> {
            String account = account();
            List<DescribeBudgetsResponse> pages = calls.pages(
                    token -> calls.call(AwsApi.DESCRIBE_BUDGETS, "budgets",
                            () -> calls.clients().budgets().describeBudgets(request -> request.accountId(account)
                                    .maxResults(BUDGETS_A_PAGE).nextToken(token))),
                    DescribeBudgetsResponse::nextToken);
            return pages.stream().flatMap(page -> page.budgets().stream())
                    .flatMap(budget -> budget(budget).stream()).toList();
        });
    }

    private String account() {
        return calls.clients().account().orElseGet(() -> {
            String account = calls.call(AwsApi.GET_CALLER_IDENTITY, "identity",
                    () -> calls.clients().sts().getCallerIdentity()).account();
            calls.clients().learnAccount(account);
            return account;
        });
    }

    private static Optional<Budget> budget(software.amazon.awssdk.services.budgets.model.Budget budget) {
        CalculatedSpend spent = budget.calculatedSpend();
        return money(budget.budgetLimit()).map(limit -> new Budget(budget.budgetName(), budget.budgetTypeAsString(),
                budget.timeUnitAsString(), limit, spent == null ? Optional.empty() : money(spent.actualSpend()),
                spent == null ? Optional.empty() : money(spent.forecastedSpend())));
    }

    /// Empty for an amount of something else than money, such as `GB` or `HOURS`.
    private static Optional<Money> money(@Nullable Spend spend) {
        if (spend == null || spend.amount() == null || spend.unit() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Money(spend.amount(), Currency.getInstance(spend.unit())));
        } catch (IllegalArgumentException notMoney) {
            return Optional.empty();
        }
    }
}
