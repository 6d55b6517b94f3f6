package io.watchdeck.aws;

import io.watchdeck.cost.Budget;
import io.watchdeck.cost.BudgetSource;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.budgets.model.CalculatedSpend;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.Expression;
import software.amazon.awssdk.services.budgets.model.Spend;

/// Reads budgets, 100 a page. The call needs the number of the account, which STS is asked for once.
final class BudgetsSource implements BudgetSource {

    private static final int BUDGETS_A_PAGE = 100;

    private static final String TAG = "TagKeyValue";
    private static final String USER = "user:";

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
                                    .showFilterExpression(true)
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
                spent == null ? Optional.empty() : money(spent.forecastedSpend()), counts(budget)));
    }

    /// A filter is told in one of two ways, by how the budget was made. One value of each of some tags is known to be a stack's; of anything else only that there is more to it.
    @SuppressWarnings("deprecation")
    private static Budget.Counts counts(software.amazon.awssdk.services.budgets.model.Budget budget) {
        var tags = new LinkedHashMap<String, String>();
        boolean narrow = budget.filterExpression() != null && !isTag(budget.filterExpression(), tags);
        for (Map.Entry<String, List<String>> filter : budget.costFilters().entrySet()) {
            if (!filter.getKey().equals(TAG) || filter.getValue().size() != 1) {
                narrow |= !filter.getValue().isEmpty();
                continue;
            }
            // "user:Project$shop"
            String pair = filter.getValue().getFirst();
            int at = pair.indexOf('$');
            if (at > 0) {
                tags.put(pair.substring(pair.startsWith(USER) ? USER.length() : 0, at), pair.substring(at + 1));
            }
        }
        return new Budget.Counts(tags, narrow);
    }

    /// Puts the tag that is all of the expression to the others.
    private static boolean isTag(Expression filter, Map<String, String> tags) {
        boolean one = filter.tags() != null && filter.tags().values().size() == 1 && filter.dimensions() == null
                && filter.costCategories() == null && filter.not() == null && !filter.hasAnd() && !filter.hasOr();
        if (one) {
            tags.put(filter.tags().key(), filter.tags().values().getFirst());
        }
        return one;
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
