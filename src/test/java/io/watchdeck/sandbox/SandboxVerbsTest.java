package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Readings;
import io.watchdeck.model.StackId;
import io.watchdeck.sandbox.compute.SimulatedService;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;

/// What is done to the account has its effect there.
class SandboxVerbsTest {

    private static final String STACK = "sesami-prod";
    private static final String SERVICE = "sesami-backend";

    private final Life life = new Life(9);

    @Test
    void aHigherCountStartsTasksAndALowerOneDrainsThem() {
        change((service, _) -> service.updateDesired(4));
        life.clock().advance(Duration.ofMinutes(3));
        assertThat(service().running()).isEqualTo(4);

        change((service, _) -> service.updateDesired(2));
        life.clock().advance(Duration.ofMinutes(3));
        assertThat(service().running()).isEqualTo(2);
        assertThat(life.tasks(STACK)).filteredOn(TaskState::isStopped).hasSize(2)
                .allMatch(
                        task -> task.stoppedReason().startsWith("Scaling activity initiated by (deployment ecs-svc/"));
        assertThat(service().events().getFirst().message()).endsWith("has reached a steady state.");
    }

    @Test
    void aStoppedTaskIsReplaced() {
        String id = life.tasks(STACK).getFirst().id();
        change((service, now) -> service.stopTask(id, "looked unwell", now));
        life.clock().advance(Duration.ofMinutes(3));

        assertThat(service().running()).isEqualTo(2);
        assertThat(life.tasks(STACK)).filteredOn(task -> task.id().equals(id)).singleElement()
                .matches(task -> task.stopCode().equals("UserInitiated"))
                .matches(task -> task.stoppedReason().equals("looked unwell"));
    }

    @Test
    void aForcedDeploymentReplacesEveryTaskInTheSameVersion() {
        List<String> before = life.tasks(STACK).stream().map(TaskState::id).toList();
        String version = service().taskDefinition();
        change(SimulatedService::forceDeployment);
        life.clock().advance(Duration.ofSeconds(30));
        assertThat(service().deployments()).hasSize(2).first().matches(Deployment::inProgress);
        life.clock().advance(Duration.ofMinutes(5));

        assertThat(service().deployments()).singleElement()
                .matches(deployment -> deployment.rolloutState().equals("COMPLETED"));
        assertThat(service().taskDefinition()).isEqualTo(version);
        assertThat(life.tasks(STACK)).filteredOn(TaskState::isRunning).extracting(TaskState::id)
                .doesNotContainAnyElementsOf(before);
    }

    @Test
    void anotherStrategyMovesNoTaskUntilADeploymentDoes() {
        change((service, _) -> service.changeStrategy(
                List.of(new CapacityShare("FARGATE_SPOT", 1, 0), new CapacityShare("FARGATE", 0, 0))));
        life.clock().advance(Duration.ofMinutes(5));
        assertThat(life.tasks(STACK)).filteredOn(TaskState::isRunning).noneMatch(TaskState::isSpot);

        change(SimulatedService::forceDeployment);
        life.clock().advance(Duration.ofMinutes(5));
        assertThat(life.tasks(STACK)).filteredOn(TaskState::isRunning).hasSize(2).allMatch(TaskState::isSpot);
    }

    @Test
    void aRedriveMovesTheDeadLettersBackAndAPurgeDestroysThem() {
        account().change(new StackId(STACK), (stack, now) -> stack.queue("sesami-analysis-jobs-dlq").orElseThrow()
                .redrive(OptionalInt.empty(), now));
        life.clock().advance(Duration.ofSeconds(10));
        assertThat(life.queue(STACK, "sesami-analysis-jobs-dlq").visible()).isZero();
        assertThat(life.queue(STACK, "sesami-analysis-jobs").visible()).isGreaterThanOrEqualTo(27);

        account().change(new StackId(STACK), (stack, now) -> stack.queue("sesami-analysis-jobs")
                .ifPresent(queue -> queue.purge(now)));
        assertThat(life.queue(STACK, "sesami-analysis-jobs").visible()).isZero();
    }

    @Test
    void aFaultOfOneStackLeavesItsNeighboursAlone() {
        account().fault(new StackId("tiketi-prod"), "ecs:DescribeServices", Failure.throttled("ecs:DescribeServices"));
        var reading = life.cloud("tiketi-prod").fleet().services("tiketi-cluster-prod",
                List.of("tiketi-backend-service")).get("tiketi-backend-service");

        Readings.assertThrottled(reading);
        assertThat(service().running()).isEqualTo(2);

        account().clearFault("ecs:DescribeServices");
        assertThat(life.service("tiketi-prod", "tiketi-backend-service").running()).isPositive();
    }

    @Test
    void aStackThatTheAccountDoesNotHaveIsNotChanged() {
        assertThat(account().change(new StackId("bowwow-prod"), (_, _) -> {})).isFalse();
    }

    private SandboxAccount account() {
        return life.connector().account(life.file(STACK).access());
    }

    private void change(ObjLongConsumer<SimulatedService> deed) {
        account().change(new StackId(STACK), (stack, now) -> deed.accept(stack.service(SERVICE).orElseThrow(), now));
    }

    private ServiceState service() {
        return life.service(STACK, SERVICE);
    }
}
