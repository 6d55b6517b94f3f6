package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is true at every moment.
class SandboxInvariantsTest {

    private final Life life = new Life(5);

    @Test
    void countsAgreeWithTasksWheneverSomebodyLooks() {
        life.live(Duration.ofHours(3), Duration.ofSeconds(50), _ -> life.files().forEach(file -> {
            String stack = file.id().value();
            List<TaskState> tasks = life.tasks(stack);
            life.services(stack).forEach(service -> check(service,
                    tasks.stream().filter(task -> task.service().equals(service.name())).toList()));
            assertThat(tasks).extracting(TaskState::arn).doesNotHaveDuplicates();
            tasks.forEach(this::check);
        }));
    }

    private void check(ServiceState service, List<TaskState> tasks) {
        assertThat(service.running()).isEqualTo(tasks.stream().filter(TaskState::isRunning).count());
        assertThat(service.pending()).isEqualTo(tasks.stream()
                .filter(task -> task.desiredStatus().equals("RUNNING") && !task.isRunning()).count());
        assertThat(service.running() + service.pending())
                .isLessThanOrEqualTo(Math.max(2 * service.desired(), service.desired() + 5));
        assertThat(service.running()).isEqualTo(service.deployments().stream().mapToInt(Deployment::running).sum());
        assertThat(service.deployments()).first().matches(Deployment::isPrimary);
        assertThat(service.deployments()).filteredOn(Deployment::isPrimary).hasSize(1);
        assertThat(service.taskDefinition()).isEqualTo(service.deployments().getFirst().taskDefinition());
        assertThat(service.strategy().isEmpty()).isEqualTo(service.launchType().equals("FARGATE"));
        assertThat(service.events()).hasSizeLessThanOrEqualTo(100)
                .allMatch(event -> event.message().startsWith("(service " + service.name() + ") "))
                .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()))
                .noneMatch(event -> event.at().isAfter(life.clock().instant()));
    }

    private void check(TaskState task) {
        Instant now = life.clock().instant();
        assertThat(task.id()).matches("[0-9a-f]{32}");
        assertThat(task.createdAt().orElseThrow()).isBeforeOrEqualTo(now);
        task.startedAt().ifPresent(started -> assertThat(started).isAfter(task.createdAt().orElseThrow()));
        assertThat(task.isStopped()).isEqualTo(task.stoppedAt().isPresent());
        assertThat(task.stopCode().isEmpty()).isEqualTo(task.desiredStatus().equals("RUNNING"));
        task.stoppedAt().ifPresent(stopped -> {
            assertThat(stopped).isAfter(task.startedAt().or(task::createdAt).orElseThrow());
            assertThat(Duration.between(stopped, now)).as("AWS forgets stopped tasks after about an hour")
                    .isLessThan(Duration.ofMinutes(62));
        });
    }

    @Test
    void metricsAgreeWithTheStateOfTheirMinute() {
        life.clock().advance(Duration.ofSeconds(25));
        for (int minute = 0; minute < 90; minute++) {
            List<TaskState> tasks = life.tasks("tiketi-prod");
            long healthy = tasks.stream().filter(TaskState::isRunning)
                    .filter(task -> task.health().equals("HEALTHY")).count();
            long holding = tasks.stream()
                    .filter(task -> List.of("RUNNING", "DEACTIVATING").contains(task.lastStatus())).count();
            int running = life.service("tiketi-prod", "tiketi-backend-service").running();
            life.clock().advance(Duration.ofSeconds(10));

            assertThat(latest("AWS/ApplicationELB", "HealthyHostCount", "tiketi-backend-tg")).isEqualTo(healthy);
            assertThat(latest("ECS/ContainerInsights", "RunningTaskCount", "tiketi-backend-service"))
                    .isEqualTo(running);
            assertThat(latest("AWS/RDS", "DatabaseConnections", "tiketi-db"))
                    .isEqualTo(Math.min(100, 10 * holding + 2));
            life.clock().advance(Duration.ofSeconds(50));
        }
    }

    @Test
    void targetsAreTheTasksThatRunOrDrain() {
        life.live(Duration.ofHours(2), Duration.ofSeconds(50), _ -> life.files().forEach(file -> {
            List<String> groups = file.components().loadBalancers().stream()
                    .flatMap(balancer -> balancer.targetGroups().stream()).toList();
            var targets = life.cloud(file.id().value()).targets().orElseThrow().targets(groups);
            assertThat(targets.keySet()).containsExactlyInAnyOrderElementsOf(groups);
            targets.values().forEach(Readings::value);
        }));
        for (int minute = 0; minute < 60; minute++) {
            List<TaskState> tasks = life.tasks("tiketi-prod");
            List<String> states = Readings.value(life.cloud("tiketi-prod").targets().orElseThrow()
                    .targets(List.of("tiketi-backend-tg")).get("tiketi-backend-tg")).stream().map(TargetState::state)
                    .toList();

            assertThat(states.stream().filter("healthy"::equals)).hasSize((int) tasks.stream()
                    .filter(task -> task.isRunning() && task.health().equals("HEALTHY")).count());
            assertThat(states.stream().filter("unhealthy"::equals)).hasSize((int) tasks.stream()
                    .filter(task -> task.isRunning() && task.health().equals("UNHEALTHY")).count());
            assertThat(states).hasSize((int) tasks.stream()
                    .filter(task -> List.of("RUNNING", "DEACTIVATING").contains(task.lastStatus())).count());
            life.clock().advance(Duration.ofMinutes(1));
        }
    }

    private double latest(String namespace, String name, String component) {
        return life.latest("tiketi-prod", namespace, name, "Maximum", component).orElseThrow();
    }

    @Test
    void errorCountsHaveNoPointWhereTheyAreZero() {
        Series errors = life.series("glimpse-prod", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum",
                "glimpse-alb", Duration.ofHours(3));

        assertThat(errors.samples()).hasSizeBetween(1, 179).allMatch(sample -> sample.value() > 0);
    }

    @Test
    void anAlarmIsInTheStateThatItsMetricGivesIt() {
        life.live(Duration.ofHours(2), Duration.ofMinutes(1), _ -> {
            double errors = life.latest("tiketi-prod", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum",
                    "tiketi-alb-prod").orElse(0);
            Series last = life.series("tiketi-prod", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum",
                    "tiketi-alb-prod", Duration.ofMinutes(2));
            assertThat(life.alarm("tiketi-prod", "tiketi-alb-5xx").inAlarm())
                    .isEqualTo(!last.isEmpty() && errors > 10 && fresh(last));
        });
        assertThat(Readings.value(life.cloud("tiketi-prod").alarms().alarms()))
                .anyMatch(alarm -> alarm.isScaling() && alarm.actions().getFirst().contains("scalingPolicy"))
                .anyMatch(alarm -> alarm.composite() && alarm.name().equals("tiketi-service-degraded"))
                .anyMatch(alarm -> alarm.name().equals("tiketi-좌석-응답-지연 🎫"));
    }

    /// The newest point is of the newest complete minute.
    private boolean fresh(Series series) {
        return series.last().orElseThrow().at().plusSeconds(120).isAfter(life.clock().instant());
    }
}
