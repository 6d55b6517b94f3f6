package io.watchdeck.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.Plan.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the lines of a plan have cost.
class CostReportTest {

    private final CostReport report = new CostReport(LocalDate.of(2026, 9, 22), Money.usd("310"), Optional.empty(),
            Map.of("ECS", Money.usd("240"), "RDS", Money.usd("70")), List.of());

    @Test
    void aLineThatAloneHasItsServiceHasItsSum() {
        Plan plan = plan(line("Fargate", "ECS"), line("Database", "RDS"));

        assertThat(report.actual(plan, plan.lines().getFirst())).contains(Money.usd("240"));
        assertThat(report.actual(plan, plan.lines().getLast())).contains(Money.usd("70"));
    }

    @Test
    void linesThatShareAServiceHaveNoSumOfTheirOwn() {
        Plan plan = plan(line("Frontend", "ECS"), line("Backend", "ECS"), line("Database", "RDS"));

        assertThat(plan.lines()).extracting(line -> report.actual(plan, line)).containsExactly(Optional.empty(),
                Optional.empty(), Optional.of(Money.usd("70")));
        assertThat(plan.lines()).extracting(plan::isShared).containsExactly(true, true, false);
    }

    @Test
    void whatAwsDoesNotBillIsSharedByNobody() {
        Plan plan = plan(line("Mail", ""), line("Reserve", ""), line("Queue", "SQS"));

        assertThat(plan.lines()).allSatisfy(line -> {
            assertThat(report.actual(plan, line)).isEmpty();
            assertThat(plan.isShared(line)).isFalse();
        });
    }

    private static Plan plan(Line... lines) {
        return new Plan(Optional.empty(), List.of(lines), Optional.empty());
    }

    private static Line line(String name, String service) {
        return new Line(name, Plan.Amount.of(Money.usd("10")), Optional.of(service).filter(text -> !text.isEmpty()),
                false);
    }
}
