package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Budget;
import io.watchdeck.cost.BudgetSource;
import io.watchdeck.cost.BudgetSourceContract;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsBudgetSourceContractTest extends BudgetSourceContract {

    private final AwsRig rig = new AwsRig();

    @BeforeEach
    void answerWhoWeAre() {
        rig.aws.on("GetCallerIdentity", LoopbackAws.xml("GetCallerIdentity",
                "<Arn>arn:aws:iam::123456789012:user/sora</Arn><UserId>x</UserId><Account>123456789012</Account>"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected BudgetSource without() {
        return answering(object("Budgets", List.of()));
    }

    @Override
    protected BudgetSource withLimit(Money limit) {
        return answering(object("Budgets", List.of(budget("monthly", limit.amount().toString(), "USD",
                object("ActualSpend", spend("12.5", "USD"), "ForecastedSpend", spend("40", "USD"))))));
    }

    /// AWS gives at most 100 a page.
    @Override
    protected BudgetSource withBudgets(int count, String type, String period) {
        List<Map<String, Object>> all = names("budget", count).stream().map(name -> {
            Map<String, Object> budget = budget(name, "5", "USD", null);
            budget.putAll(object("BudgetType", type, "TimeUnit", period));
            return budget;
        }).toList();
        rig.aws.serve("DescribeBudgets", request -> {
            var asked = Wire.parse(request.body());
            var page = Wire.Page.of(all, asked.path("NextToken").asText(""),
                    Math.min(100, asked.path("MaxResults").asInt(100)));
            return LoopbackAws.json(Wire.json(object("Budgets", page.items(), "NextToken",
                    page.next().isEmpty() ? null : page.next())));
        });
        return rig.cloud.budgets().orElseThrow();
    }

    @Override
    protected BudgetSource denied() {
        return answering(LoopbackAws.jsonError(400, "AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/sora is not authorized to perform: budgets:ViewBudget"));
    }

    @Override
    protected BudgetSource throttled() {
        return answering(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));
    }

    @Test
    void aBudgetTellsWhichCostsItCountsInWhicheverWayItWasMade() {
        Map<String, Object> byTag = budget("tag", "1", "USD", null);
        byTag.put("CostFilters", object("TagKeyValue", List.of("user:Project$shop")));
        Map<String, Object> byService = budget("service", "1", "USD", null);
        byService.put("CostFilters", object("Service", List.of("Amazon Relational Database Service")));
        Map<String, Object> expression = budget("expression", "1", "USD", null);
        expression.put("FilterExpression", object("Tags", object("Key", "Project", "Values", List.of("forum"))));
        Map<String, Object> other = budget("other", "1", "USD", null);
        other.put("FilterExpression", object("Dimensions", object("Key", "REGION", "Values", List.of("us-east-1"))));

        List<Budget> budgets = value(answering(object("Budgets", List.of(byTag, byService, expression, other,
                budget("all", "1", "USD", null)))).budgets());

        assertThat(budgets).extracting(Budget::counts).containsExactly(
                new Budget.Counts(Map.of("Project", "shop"), false), new Budget.Counts(Map.of(), true),
                new Budget.Counts(Map.of("Project", "forum"), false), new Budget.Counts(Map.of(), true),
                Budget.Counts.ALL);
    }

    @Test
    void everyPageIsFollowedAndTheAccountIsAskedForOnce() {
        rig.aws.on("DescribeBudgets",
                LoopbackAws
                        .json(Wire.json(object("Budgets", List.of(budget("one", "1", "USD", null)), "NextToken", "2"))),
                LoopbackAws.json(Wire.json(object("Budgets", List.of(budget("two", "2", "USD", null))))));

        BudgetSource source = rig.cloud.budgets().orElseThrow();
        assertThat(value(source.budgets())).extracting(Budget::name).containsExactly("one", "two");
        source.budgets();

        assertThat(rig.metered).extracting(ApiCall::operation).containsExactly("GetCallerIdentity",
                "DescribeBudgets", "DescribeBudgets", "DescribeBudgets");
        assertThat(Wire.parse(rig.aws.requests("DescribeBudgets").getFirst().body()).path("AccountId").asText())
                .isEqualTo("123456789012");
    }

    @Test
    void whatIsNotMoneyIsLeftOutAndWhatIsNotKnownYetIsEmpty() {
        BudgetSource source = answering(object("Budgets", List.of(budget("traffic", "100", "GB", null),
                budget("new", "5", "CNY", null))));

        assertThat(value(source.budgets())).singleElement().satisfies(budget -> {
            assertThat(budget.limit().currency().getCurrencyCode()).isEqualTo("CNY");
            assertThat(budget.actual()).isEqualTo(Optional.empty());
        });
    }

    private BudgetSource answering(Map<String, Object> body) {
        return answering(LoopbackAws.json(Wire.json(body)));
    }

    private BudgetSource answering(LoopbackAws.Answer answer) {
        rig.aws.on("DescribeBudgets", answer);
        return rig.cloud.budgets().orElseThrow();
    }

    private static Map<String, Object> budget(String name, String amount, String unit, @Nullable Object spent) {
        return object("BudgetName", name, "BudgetType", "COST", "TimeUnit", "MONTHLY", "BudgetLimit",
                spend(amount, unit), "CalculatedSpend", spent);
    }

    private static Map<String, Object> spend(String amount, String unit) {
        return object("Amount", amount, "Unit", unit);
    }
}
