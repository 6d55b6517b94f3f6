package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.cost.Bill;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.CostSource;
import io.watchdeck.cost.CostSourceContract;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.CostFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsCostSourceContractTest extends CostSourceContract {

    private static final CostFilter SHOP = new CostFilter(Map.of("Project", "Shop"), List.of());
    private static final CostFilter FORUM = new CostFilter(Map.of("Project", "Forum"), List.of());

    private AwsRig rig = new AwsRig(NOW);

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected CostSource withServices(int count) {
        var bill = new FakeCostExplorer(rig.aws);
        names(SERVICE, count).forEach(name -> bill.billed(TAG, name, "1.25"));
        return source();
    }

    @Override
    protected CostSource denied() {
        rig.aws.on("GetCostAndUsage", LoopbackAws.jsonError(400, "AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/sora is not authorized to perform: ce:GetCostAndUsage"));
        return source();
    }

    @Override
    protected CostSource throttled() {
        rig.aws.on("GetCostAndUsage", LoopbackAws.jsonError(400, "LimitExceededException",
                "You made too many calls in a short period of time. Try again later."));
        return source();
    }

    @Test
    void stacksWithOneTagCostOneRequestTogether() {
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Amazon Elastic Container Service", "20.5")
                .billed(FORUM.tags(), "Amazon Elastic Container Service", "7").billed(Map.of(), "Tax", "3");

        Map<CostFilter, Reading<Bill>> bills = source().bills(List.of(SHOP, FORUM), MONTH);

        assertThat(rig.metered).extracting(ApiCall::operation).containsExactly("GetCostAndUsage");
        assertThat(value(bills.get(SHOP)).report().monthToDate()).isEqualByComparingTo(Money.usd("20.5"));
        assertThat(value(bills.get(FORUM)).report().monthToDate()).isEqualByComparingTo(Money.usd("7"));
    }

    @Test
    void theStacksOfAnotherRegionCostNothingMore() {
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Amazon RDS", "9").billed(FORUM.tags(), "Amazon RDS", "4");
        CostSource elsewhere = rig.connector.connect(Access.defaults(new Region("us-east-1"))
                .withEndpoint(rig.aws.endpoint())).cost().orElseThrow();

        source().bills(List.of(SHOP), MONTH);
        Bill forum = value(elsewhere.bills(List.of(FORUM), MONTH).get(FORUM));

        assertThat(forum.report().monthToDate()).isEqualByComparingTo(Money.usd("4"));
        assertThat(rig.metered).hasSize(1);
    }

    @Test
    void whatAQuestionTakesIsKnownBefore() {
        CostSource source = withServices(1);
        List<CostFilter> filters = List.of(new CostFilter(Map.of("Project", "a"), List.of()),
                new CostFilter(Map.of("Project", "b"), List.of()), new CostFilter(Map.of("Team", "a"), List.of()),
                new CostFilter(Map.of(), List.of("ECS")),
                new CostFilter(Map.of("Project", "a", "Team", "b"), List.of()));

        assertThat(source.requests(filters)).isEqualTo(4);
        assertThat(source.requests(List.of())).isZero();
        source.bills(filters, MONTH);
        assertThat(rig.metered).hasSize(4);
    }

    @Test
    void everyPageIsFollowedAndCounted() {
        var bill = new FakeCostExplorer(rig.aws);
        names(SERVICE, FakeCostExplorer.PAGE + 1).forEach(name -> bill.billed(TAG, name, "1"));

        CostReport report = report(new CostFilter(TAG, List.of()));

        assertThat(report.byService()).hasSize(FakeCostExplorer.PAGE + 1);
        assertThat(rig.metered).hasSize(2);
    }

    @Test
    void severalTagsMustAllBeCarried() {
        var both = Map.of("Project", "Shop", "Stage", "prod");
        new FakeCostExplorer(rig.aws).billed(both, "Amazon RDS", "9").billed(SHOP.tags(), "Amazon RDS", "4");

        assertThat(report(new CostFilter(both, List.of())).monthToDate())
                .isEqualByComparingTo(Money.usd("9"));
    }

    @Test
    void aCostCategoryTellsStacksApartAsATagDoes() {
        String team = FakeCostExplorer.CATEGORY + "Team";
        new FakeCostExplorer(rig.aws).billed(Map.of(team, "shop"), "Amazon RDS", "9")
                .billed(Map.of(team, "forum"), "Amazon RDS", "4").billed(Map.of("Team", "shop"), "Amazon RDS", "2");
        CostFilter shop = new CostFilter(Map.of(), Map.of("Team", "shop"), List.of());
        CostFilter forum = new CostFilter(Map.of(), Map.of("Team", "forum"), List.of());

        Map<CostFilter, Reading<Bill>> bills = source().bills(List.of(shop, forum), MONTH);

        assertThat(value(bills.get(shop)).report().monthToDate())
                .isEqualByComparingTo(Money.usd("9"));
        assertThat(value(bills.get(forum)).report().monthToDate())
                .isEqualByComparingTo(Money.usd("4"));
        assertThat(rig.metered).hasSize(1);
    }

    @Test
    void aTagAndACostCategoryMustBothBeCarried() {
        String team = FakeCostExplorer.CATEGORY + "Team";
        new FakeCostExplorer(rig.aws).billed(Map.of("Project", "Shop", team, "a"), "Amazon RDS", "9")
                .billed(Map.of("Project", "Shop", team, "b"), "Amazon RDS", "4");

        assertThat(report(new CostFilter(Map.of("Project", "Shop"), Map.of("Team", "a"), List.of())).monthToDate())
                .isEqualByComparingTo(Money.usd("9"));
    }

    @Test
    void theDaysAreCompleteOnes() {
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Tax", "3");

        assertThat(report(SHOP).monthToDate()).isEqualByComparingTo(Money.usd("3"));
        assertThat(asked().path("Granularity").asText()).isEqualTo("DAILY");
        assertThat(asked().path("TimePeriod").path("Start").asText()).isEqualTo("2026-09-01");
        assertThat(asked().path("TimePeriod").path("End").asText()).as("exclusive").isEqualTo("2026-09-22");
    }

    @Test
    void onTheFirstOfTheMonthTodayIsAllThereIs() {
        at(Instant.parse("2026-10-01T04:00:00Z"));
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Tax", "3");

        assertThat(report(SHOP).asOf()).isEqualTo(LocalDate.parse("2026-10-01"));
        assertThat(asked().path("TimePeriod").path("End").asText()).isEqualTo("2026-10-02");
    }

    @Test
    void anotherCurrencyIsKept() {
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Tax", "3", "CNY");

        assertThat(report(SHOP).monthToDate().currency().getCurrencyCode()).isEqualTo("CNY");
    }

    @Test
    void severalCurrenciesAreNotAddedUp() {
        new FakeCostExplorer(rig.aws).billed(SHOP.tags(), "Tax", "3", "CNY").billed(FORUM.tags(), "Tax", "3");

        Reading<Bill> reading = source().bills(List.of(SHOP), MONTH).get(SHOP);

        assertThat(failure(reading).kind()).isEqualTo(Failure.Kind.UNEXPECTED);
    }

    private CostSource source() {
        return rig.cloud.cost().orElseThrow();
    }

    private CostReport report(CostFilter filter) {
        return value(source().bills(List.of(filter), LocalDate.ofInstant(rig.clock.instant(), ZoneOffset.UTC)
                .withDayOfMonth(1)).get(filter)).report();
    }

    private JsonNode asked() {
        return Wire.parse(rig.aws.requests().getLast().body());
    }

    private void at(Instant now) {
        rig.close();
        rig = new AwsRig(now);
    }
}
