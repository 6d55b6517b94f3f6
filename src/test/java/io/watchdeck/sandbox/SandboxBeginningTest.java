package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.cost.CostReport;
import io.watchdeck.data.LimitSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Readings;
import io.watchdeck.stack.CostFilter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// The first moments resemble the picture of the Overview, whatever the seed.
@ParameterizedClass
@ValueSource(longs = {1, 7, 42})
class SandboxBeginningTest {

    private final Life life;

    SandboxBeginningTest(long seed) {
        life = new Life(seed);
    }

    @Test
    void tiketiIsNearTheLimitOfItsDatabaseWithErrorsAndAColdCache() {
        var service = life.service("tiketi-prod", "tiketi-backend-service");

        assertThat(service.running()).isEqualTo(5);
        assertThat(service.desired()).isEqualTo(5);
        assertThat(service.deployments()).hasSize(2);
        assertThat(service.deployments().getFirst().inProgress()).isTrue();
        assertThat(service.deployments().getFirst().failedTasks()).isEqualTo(2);
        assertThat(life.tasks("tiketi-prod")).filteredOn(task -> task.lastStatus().equals("DEACTIVATING")).hasSize(4);
        assertThat(life.latest("tiketi-prod", "AWS/RDS", "DatabaseConnections", "Maximum", "tiketi-db")).hasValue(92);
        assertThat(life.latest("tiketi-prod", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum",
                "tiketi-alb-prod").orElse(0)).isBetween(11.0, 18.0);
        assertThat(life.latest("tiketi-prod", "AWS/ApplicationELB", "RequestCount", "Sum", "tiketi-alb-prod").orElse(0))
                .isCloseTo(1850, within(150.0));
        for (String name : List.of("tiketi-rds-connections", "tiketi-alb-5xx", "tiketi-cache-hit-rate",
                "tiketi-service-degraded")) {
            assertThat(life.alarm("tiketi-prod", name)).as(name).matches(CloudAlarm::inAlarm);
        }
    }

    @Test
    void sesamiHasDeadLettersThatAreNearTheirEnd() {
        assertThat(life.queue("sesami-prod", "sesami-analysis-jobs-dlq").visible()).isEqualTo(27);
        double age = life.latest("sesami-prod", "AWS/SQS", "ApproximateAgeOfOldestMessage", "Maximum",
                "sesami-analysis-jobs-dlq").orElse(0);
        assertThat(Duration.ofDays(14).toSeconds() - age).isCloseTo(22 * 3600, within(120.0));
        var batch = Readings.value(life.cloud("sesami-prod").batch().orElseThrow()
                .batchQueues(List.of("sesami-job-queue")).get("sesami-job-queue"));
        assertThat(batch.failedSince(Stage.NOW.minus(Duration.ofHours(24)))).isEqualTo(3);
        assertThat(batch.count("RUNNING")).isBetween(8, 24);
        assertThat(life.alarm("sesami-prod", "sesami-dlq-not-empty")).matches(CloudAlarm::inAlarm);
    }

    @Test
    void bowwowLacksOneTaskBecauseSpotHasNoCapacity() {
        var push = life.service("bowwow-prod", "bowwow-push-service");

        assertThat(push.running()).isEqualTo(2);
        assertThat(push.desired()).isEqualTo(3);
        assertThat(push.pending()).isZero();
        assertThat(push.events().getFirst().message()).contains("was unable to place a task. Reason: Capacity is "
                + "unavailable at this time. Please try again later or in a different availability zone");
        assertThat(life.services("bowwow-prod")).filteredOn(service -> service.running() < service.desired())
                .hasSize(1);
        assertThat(life.tasks("bowwow-prod")).filteredOn(task -> task.service().equals("bowwow-push-service"))
                .filteredOn(TaskState::isStopped).extracting(TaskState::stopCode).contains("SpotInterruption");
    }

    @Test
    void codemateDevelopmentFailedToBuildAndMayNotBeLookedInto() {
        PipelineState pipeline = Readings.value(life.cloud("codemate-dev").pipelines().orElseThrow()
                .pipelines(List.of("codemate-dev")).get("codemate-dev"));

        assertThat(pipeline.failed()).isTrue();
        assertThat(pipeline.deciding().orElseThrow().action()).isEqualTo("codemate-backend-build");
        Readings.assertDenied(life.cloud("codemate-dev").databases().orElseThrow()
                .databases(List.of("codemate-db-dev")).get("codemate-db-dev"), "rds:DescribeDBInstances");
    }

    @Test
    void codemateProductionWillCostMoreThanPlanned() {
        CostReport report = cost("codemate-prod");

        assertThat(report.forecast().orElseThrow().amount().doubleValue()).isCloseTo(791, within(25.0));
        assertThat(report.monthToDate().amount().doubleValue() / 674.56).isCloseTo(0.83, within(0.04));
        assertThat(report.asOf()).isEqualTo("2026-09-21");
        assertThat(report.byService()).containsKeys("Amazon Elastic Container Service", "CodeBuild");
    }

    @Test
    void glimpseIsFineWithPastInterruptions() {
        assertThat(life.services("glimpse-prod")).allMatch(service -> service.running() == 2);
        assertThat(life.tasks("glimpse-prod")).filteredOn(TaskState::isRunning).allMatch(TaskState::isSpot);
        assertThat(life.tasks("glimpse-prod")).filteredOn(TaskState::isStopped).extracting(TaskState::stopCode)
                .containsOnly("SpotInterruption").isNotEmpty();
        assertThat(Readings.value(life.cloud("glimpse-prod").alarms().alarms()))
                .filteredOn(alarm -> alarm.name().startsWith("glimpse-")).hasSize(5).noneMatch(CloudAlarm::inAlarm);
        assertThat(cost("glimpse-prod").forecast().orElseThrow().amount().doubleValue()).isCloseTo(54, within(3.0));
    }

    @Test
    void limitsAreAsTrustworthyAsTheyAreInAws() {
        var facts = Readings.value(life.cloud("tiketi-prod").databases().orElseThrow()
                .databases(List.of("tiketi-db")).get("tiketi-db"));
        var estimate = Readings.value(life.cloud("glimpse-prod").databases().orElseThrow()
                .databases(List.of("glimpse-db")).get("glimpse-db"));

        assertThat(facts.maxConnections()).hasValue(100);
        assertThat(facts.connectionsFrom()).isEqualTo(LimitSource.PARAMETER_GROUP);
        assertThat(estimate.maxConnections()).hasValue(112);
        assertThat(estimate.connectionsFrom()).isEqualTo(LimitSource.ESTIMATE);
    }

    @Test
    void stacksOfTheSameNamesInAnotherAccountAreKeptApart() {
        var development = Readings.value(life.cloud("codemate-dev").identity().identity());
        var production = Readings.value(life.cloud("codemate-prod").identity().identity());

        assertThat(development.account()).isEqualTo("222222222222").isNotEqualTo(production.account());
        assertThat(life.service("codemate-dev", "codemate-backend-service").desired()).isEqualTo(1);
        assertThat(life.service("codemate-prod", "codemate-backend-service").desired()).isEqualTo(2);
    }

    private CostReport cost(String stack) {
        CostFilter filter = life.file(stack).costFilter().orElseThrow();
        return Readings
                .value(life.cloud(stack).cost().orElseThrow().bills(List.of(filter), LocalDate.ofInstant(Stage.NOW,
                        ZoneOffset.UTC).withDayOfMonth(1)).get(filter))
                .report();
    }
}
