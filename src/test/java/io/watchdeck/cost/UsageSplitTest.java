package io.watchdeck.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.LineReview.Actual;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.Plan.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Lines that share a name on the bill, told apart by usage type.
class UsageSplitTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 9, 10);
    private static final Line RDS = line("RDS", "60", "RDS");
    private static final Line STORAGE = line("Storage", "10", "RDS", "*RDS:*Storage*");
    private static final Line BACKUP = line("Backup", "5", "RDS", "*ChargedBackupUsage");
    private static final Map<String, Money> USAGES =
            money("APN2-InstanceUsage:db.t4g.small", "2", "APN2-RDS:GP3-Storage",
                    "0.3", "APN2-RDS:ChargedBackupUsage", "0.2");

    private static Line line(String name, String amount, String service, String... usage) {
        return new Line(name, Plan.Amount.of(Money.usd(amount)), Optional.of(service), false, List.of(usage));
    }

    private static Map<String, Money> money(String... pairs) {
        var map = new LinkedHashMap<String, Money>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], Money.usd(pairs[at + 1]));
        }
        return map;
    }

    /// Ten days like this one.
    private static CostReport bill(Map<String, Money> services, Map<String, Money> usages) {
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = TENTH.withDayOfMonth(1); !day.isAfter(TENTH); day = day.plusDays(1)) {
            days.add(new BilledDays(day, day.plusDays(1), services, false, usages));
        }
        return new Bill(TENTH, days).report();
    }

    private static PlanReview review(CostReport bill, Line... lines) {
        return PlanReview.of(new Plan(Optional.empty(), Arrays.asList(lines), Optional.empty()), Optional.of(bill));
    }

    private static String told(LineReview line) {
        return line.line().name() + " " + switch (line.actual()) {
            case Actual.Billed(var toDate, var end) -> toDate.rounded(2).amount() + " of "
                    + end.orElseThrow().rounded(2).amount();
            case Actual.Together(var with, var _, var toDate, var _) -> toDate.rounded(2).amount() + " with "
                    + with.stream().map(Line::name).toList();
            case Actual.NotBilled() -> "not billed";
            case Actual.Outside(), Actual.Reserve(), Actual.Unknown() -> "?";
        };
    }

    @Test
    void aLineHasTheUsageThatItNamesAndTheLineWithoutHasTheRest() {
        assertThat(review(bill(money("RDS", "2.50"), USAGES), RDS, STORAGE, BACKUP).lines())
                .extracting(UsageSplitTest::told)
                .containsExactly("RDS 20.00 of 60.00", "Storage 3.00 of 9.00", "Backup 2.00 of 6.00");
    }

    @Test
    void severalLinesWithoutUsageShareTheRest() {
        PlanReview review = review(bill(money("RDS", "2.50"), USAGES), RDS, line("Proxy", "3", "RDS"), STORAGE);

        assertThat(review.lines()).extracting(UsageSplitTest::told).containsExactly("RDS 22.00 with [Proxy]",
                "Proxy 22.00 with [RDS]", "Storage 3.00 of 9.00");
        assertThat(((Actual.Together) review.lines().getFirst().actual()).planned())
                .isEqualTo(Plan.Amount.of(Money.usd("63")));
    }

    @Test
    void whatNoLineNamesIsBilledWithoutALine() {
        PlanReview review = review(bill(money("RDS", "2.50"), USAGES), STORAGE, BACKUP);

        assertThat(review.unplanned()).extracting(one -> one.service() + " " + one.toDate().rounded(2).amount())
                .containsExactly("RDS 20.00");
    }

    @Test
    void whatWasNotUsedIsNotBilled() {
        assertThat(review(bill(money("RDS", "2.50"), money("APN2-InstanceUsage:db.t4g.small", "2.50")), RDS, STORAGE)
                .lines()).extracting(UsageSplitTest::told).containsExactly("RDS 25.00 of 75.00", "Storage not billed");
    }

    @Test
    void whileAnyDayOfTheMonthIsNotToldByUsageTheLinesStayTogether() {
        CostReport report = bill(money("RDS", "2.50"), USAGES);
        var days = new ArrayList<>(report.days());
        days.set(4, new BilledDays(TENTH.withDayOfMonth(5), TENTH.withDayOfMonth(6), money("RDS", "2.50"), false));

        assertThat(review(new Bill(TENTH, days).report(), RDS, STORAGE).lines()).extracting(UsageSplitTest::told)
                .containsExactly("RDS 25.00 with [Storage]", "Storage 25.00 with [RDS]");
    }

    @Test
    void theLinesOfAServiceAddUpToItsBill() {
        CostReport report = bill(money("RDS", "2.50", "ECS", "7"), USAGES);
        Plan plan = new Plan(Optional.empty(), List.of(RDS, STORAGE, BACKUP, line("Fargate", "100", "ECS")),
                Optional.empty());

        assertThat(plan.lines().stream().map(line -> report.actual(plan, line).orElseThrow()).reduce(Money::plus)
                .orElseThrow()).isEqualByComparingTo(report.monthToDate());
        assertThat(plan.lines()).noneMatch(line -> report.isShared(plan, line));
    }
}
