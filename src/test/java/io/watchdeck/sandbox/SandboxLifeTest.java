package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Readings;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.ServiceSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Things happen, and things recover.
class SandboxLifeTest {

    private static final Duration LOOKS = Duration.ofSeconds(20);

    private final Life life = new Life(42);

    @Test
    void spotTakesTasksBackWithNoticeAndTheyAreReplaced() {
        Set<String> noticed = new HashSet<>();
        Set<String> stopped = new HashSet<>();
        life.live(Duration.ofMinutes(40), LOOKS, _ -> life.tasks("bowwow-prod").forEach(task -> {
            if (task.lastStatus().equals("RUNNING") && task.desiredStatus().equals("STOPPED")) {
                noticed.add(task.id());
            }
            if (task.isStopped() && task.stopCode().equals("SpotInterruption")) {
                assertThat(task.stoppedReason()).isEqualTo("Your Spot Task was interrupted.");
                stopped.add(task.id());
            }
        }));

        assertThat(noticed).hasSizeGreaterThan(2);
        assertThat(stopped).containsAnyElementsOf(noticed);
        assertThat(life.service("bowwow-prod", "bowwow-push-service").running()).isEqualTo(3);
    }

    @Test
    void aStuckDeploymentIsResolved() {
        List<Deployment> stuck = new ArrayList<>();
        life.live(Duration.ofMinutes(60), LOOKS,
                _ -> life.service("bowwow-prod", "bowwow-analytics-service").deployments().stream()
                        .filter(deployment -> deployment.inProgress() && deployment.failedTasks() > 3)
                        .forEach(stuck::add));

        assertThat(stuck).isNotEmpty();
        assertThat(Duration.between(stuck.getFirst().createdAt(), stuck.getLast().updatedAt()))
                .isGreaterThan(Duration.ofMinutes(8));
        assertThat(life.tasks("bowwow-prod")).extracting(TaskState::stoppedReason)
                .anyMatch(reason -> reason.startsWith("CannotPullContainerError"));
        ServiceState service = life.service("bowwow-prod", "bowwow-analytics-service");
        assertThat(service.deployments()).singleElement()
                .matches(deployment -> deployment.rolloutState().equals("COMPLETED"))
                .matches(deployment -> !deployment.taskDefinition().equals(stuck.getFirst().taskDefinition()));
    }

    @Test
    void theBurstOfErrorsEndsAndReturns() {
        List<Boolean> burst = new ArrayList<>();
        life.live(Duration.ofHours(3), Duration.ofMinutes(1),
                _ -> burst.add(life.alarm("tiketi-prod", "tiketi-alb-5xx").inAlarm()));

        assertThat(burst.getFirst()).isTrue();
        int calm = burst.indexOf(false);
        assertThat(calm).isBetween(5, 15);
        assertThat(burst.subList(calm, burst.size())).contains(true);
    }

    @Test
    void autoscalingFollowsCpuWithinItsRange() {
        Set<Integer> desired = new TreeSet<>();
        life.live(Duration.ofHours(2), Duration.ofMinutes(1),
                _ -> desired.add(life.service("tiketi-prod", "tiketi-backend-service").desired()));

        assertThat(desired).hasSizeGreaterThan(3).allMatch(count -> count >= 2 && count <= 10);
    }

    @Test
    void deadLettersAgeAndComeToMore() {
        long before = life.queue("sesami-prod", "sesami-analysis-jobs-dlq").visible();
        double age = age();
        life.clock().advance(Duration.ofHours(2));

        assertThat(age()).isEqualTo(age + 7200);
        assertThat(life.queue("sesami-prod", "sesami-analysis-jobs-dlq").visible()).isGreaterThan(before);
    }

    private double age() {
        return life.latest("sesami-prod", "AWS/SQS", "ApproximateAgeOfOldestMessage", "Maximum",
                "sesami-analysis-jobs-dlq").orElse(0);
    }

    @Test
    void theQueueFillsWhileItsPipeIsStopped() {
        List<Long> visible = new ArrayList<>();
        life.live(Duration.ofMinutes(110), Duration.ofMinutes(1),
                _ -> visible.add(life.queue("sesami-prod", "sesami-analysis-jobs").visible()));

        assertThat(visible).anyMatch(count -> count > 4);
        assertThat(visible.getLast()).isLessThan(4);
    }

    @Test
    void pipelinesFailAreRepairedAndWaitForPeople() {
        List<Boolean> failed = new ArrayList<>();
        List<Boolean> waits = new ArrayList<>();
        life.live(Duration.ofMinutes(40), Duration.ofMinutes(1), _ -> {
            failed.add(pipeline("codemate-dev").failed());
            waits.add(pipeline("codemate-prod").deciding().orElseThrow().waitsForApproval());
        });

        assertThat(failed).contains(true).endsWith(false);
        assertThat(waits).contains(true).endsWith(false);
        assertThat(life.service("codemate-prod", "codemate-backend-service").deployments()).singleElement()
                .matches(deployment -> deployment.revision().equals("codemate-backend:119"));
    }

    private PipelineState pipeline(String name) {
        return Readings.value(life.cloud(name).pipelines().orElseThrow().pipelines(List.of(name)).get(name));
    }

    @Test
    void aSickTaskIsExpelledByItsHealthChecks() {
        boolean[] rang = {false};
        life.live(Duration.ofMinutes(55), LOOKS,
                _ -> rang[0] |= life.alarm("codemate-prod", "codemate-backend-unhealthy-hosts").inAlarm());

        assertThat(life.tasks("codemate-prod")).extracting(TaskState::stoppedReason)
                .anyMatch(reason -> reason.startsWith("Task failed ELB health checks in (target-group arn:aws:"));
        assertThat(rang[0]).as("the alarm rang meanwhile").isTrue();
        assertThat(life.service("codemate-prod", "codemate-backend-service").running()).isEqualTo(2);
    }

    @Test
    void everyStackButTheOneWithDeadLettersIsFineAtTimes() {
        Set<String> fine = new TreeSet<>();
        life.live(Duration.ofHours(2), Duration.ofMinutes(2), _ -> life.files().forEach(file -> {
            String stack = file.id().value();
            String prefix = stack.replace("-prod", "").toLowerCase(Locale.ROOT);
            boolean alarm = Readings.value(life.cloud(stack).alarms().alarms()).stream()
                    .filter(each -> !each.isScaling())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(prefix))
                    .anyMatch(CloudAlarm::inAlarm);
            if (!alarm && life.services(stack).stream().allMatch(each -> each.running() >= each.desired())) {
                fine.add(stack);
            }
        }));

        assertThat(fine).containsExactly("bowwow-prod", "codemate-dev", "codemate-prod", "glimpse-prod",
                "tiketi-prod");
    }

    @Test
    void stacksThatNobodyHasDescribedLiveToo() {
        var clock = new TickingClock(Stage.NOW);
        var services = Readings.names("web", 4).stream()
                .map(name -> Stage.service(name, 2,
                        Optional.of(new ServiceSpec.Range(1, 6))))
                .toList();
        var file = Stage.file("somebody-elses", Environment.TEST, Stage.services(services),
                Optional.empty());
        var fleet = new SandboxConnector(List.of(file), 3, clock).connect(file.access()).fleet();
        Set<String> tasks = new HashSet<>();
        for (int minute = 0; minute < 600; minute += 5) {
            clock.advance(Duration.ofMinutes(5));
            Readings.value(fleet.tasks(file.cluster())).forEach(task -> tasks.add(task.id()));
        }

        assertThat(tasks).hasSizeGreaterThan(10);
    }
}
