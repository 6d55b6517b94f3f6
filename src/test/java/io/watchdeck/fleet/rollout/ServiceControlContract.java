package io.watchdeck.fleet.rollout;

import static io.watchdeck.model.Changes.assertDenied;
import static io.watchdeck.model.Changes.assertNotFound;
import static io.watchdeck.model.Changes.assertThrottled;
import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [ServiceControl] keeps: what was taken is seen by whoever reads the same account, and nothing else is.
public abstract class ServiceControlContract {

    /// The one cluster there is.
    protected static final String CLUSTER = "contract-cluster";
    /// The one service there is.
    protected static final ServiceKey SERVICE = new ServiceKey(CLUSTER, "service-0001");
    /// Its strategy.
    protected static final List<CapacityShare> STRATEGY =
            List.of(new CapacityShare("FARGATE", 30, 1), new CapacityShare("FARGATE_SPOT", 70, 0));

    private static final List<CapacityShare> OTHER_STRATEGY =
            List.of(new CapacityShare("FARGATE", 10, 1), new CapacityShare("FARGATE_SPOT", 90, 0));
    private static final String NOBODY = "arn:aws:ecs:ap-northeast-2:123456789012:";

    /// An account, as it is changed and as it is read.
    ///
    /// @param earlier ARN of another task definition of the service, which is active
    public record Account(ServiceControl control, FleetSource fleet, DeploymentSource deployments, String earlier) {}

    /// The service runs the 3 tasks that it desires by [#STRATEGY]; its only deployment is the successful one.
    protected abstract Account steady();

    /// The same, with a deployment under way.
    protected abstract Account deploying();

    /// Nothing may be changed.
    protected abstract Account denied();

    protected abstract Account throttled();

    @Test
    void aDesiredCountIsAllThatChanges() {
        Account account = steady();
        ServiceState before = service(account);

        taken(account.control.update(SERVICE, ServiceChange.desired(5)));

        ServiceState after = service(account);
        assertThat(after.desired()).isEqualTo(5);
        assertThat(after.strategy()).isEqualTo(before.strategy());
        assertThat(after.taskDefinition()).isEqualTo(before.taskDefinition());
        assertThat(primary(after).id()).isEqualTo(primary(before).id());
    }

    @Test
    void aForcedDeploymentIsThePrimaryOneFromThenOn() {
        Account account = steady();
        ServiceState before = service(account);

        var id = taken(account.control.update(SERVICE, ServiceChange.newDeployment()));

        ServiceState after = service(account);
        assertThat(id).hasValue(primary(after).id()).isNotEqualTo(primary(before).id());
        assertThat(primary(after).id()).isNotEqualTo(primary(before).id());
        assertThat(after.taskDefinition()).isEqualTo(before.taskDefinition());
        assertThat(after.desired()).isEqualTo(before.desired());
        assertThat(value(account.deployments.deployments(SERVICE)).getFirst().isUnderWay()).isTrue();
    }

    @Test
    void anotherTaskDefinitionBeginsADeploymentOfIt() {
        Account account = steady();

        var id = taken(account.control.update(SERVICE, ServiceChange.taskDefinition(account.earlier)));

        assertThat(id).hasValue(primary(service(account)).id());
        assertThat(primary(service(account)).taskDefinition()).isEqualTo(account.earlier);
        assertThat(value(account.deployments.deployments(SERVICE)).getFirst().taskDefinition())
                .hasValue(account.earlier);
    }

    @Test
    void aStrategyByItselfBeginsNoDeployment() {
        Account account = steady();
        ServiceState before = service(account);

        taken(account.control.update(SERVICE, ServiceChange.strategy(OTHER_STRATEGY, false)));

        assertThat(service(account).strategy()).containsExactlyInAnyOrderElementsOf(OTHER_STRATEGY);
        assertThat(primary(service(account)).id()).isEqualTo(primary(before).id());
    }

    @Test
    void aStrategyMovesTasksByAForcedDeployment() {
        Account account = steady();
        ServiceState before = service(account);

        taken(account.control.update(SERVICE, ServiceChange.strategy(OTHER_STRATEGY, true)));

        assertThat(service(account).strategy()).containsExactlyInAnyOrderElementsOf(OTHER_STRATEGY);
        assertThat(primary(service(account)).id()).isNotEqualTo(primary(before).id());
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        Account account = steady();

        assertNotFound(account.control.update(new ServiceKey(CLUSTER, "no-such-service"), ServiceChange.desired(1)));
        assertNotFound(account.control.update(new ServiceKey("no-such-cluster", "service-0001"),
                ServiceChange.desired(1)));
    }

    @Test
    void aTaskDefinitionThatDoesNotExistChangesNothing() {
        Account account = steady();
        ServiceState before = service(account);

        refused(account.control.update(SERVICE, ServiceChange.taskDefinition(NOBODY + "task-definition/nobody:1")));

        assertThat(service(account)).isEqualTo(before);
    }

    @Test
    void aStoppedTaskSaysWhy() {
        Account account = steady();
        TaskState first = tasks(account).getFirst();

        taken(account.control.stopTask(CLUSTER, first.arn(), "It leaks memory."));

        assertThat(tasks(account)).filteredOn(task -> task.arn().equals(first.arn())).singleElement()
                .satisfies(task -> {
                    assertThat(task.isRunning()).isFalse();
                    assertThat(task.desiredStatus()).isEqualTo("STOPPED");
                    assertThat(task.stopCode()).isEqualTo("UserInitiated");
                    assertThat(task.stoppedReason()).isEqualTo("It leaks memory.");
                });
        assertThat(tasks(account)).filteredOn(TaskState::isRunning).as("the others").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aTaskThatDoesNotExistIsRefused() {
        Account account = steady();

        refused(account.control.stopTask(CLUSTER, NOBODY + "task/contract-cluster/0123456789abcdef0123456789abcdef",
                "why"));

        assertThat(tasks(account)).allMatch(TaskState::isRunning);
    }

    @Test
    void aDeploymentUnderWayIsRolledBack() {
        Account account = deploying();
        ServiceDeployment running = value(account.deployments.deployments(SERVICE)).getFirst();
        assertThat(running.isUnderWay()).isTrue();

        taken(account.control.stopDeployment(running.arn()));

        assertThat(value(account.deployments.deployments(SERVICE)))
                .filteredOn(deployment -> deployment.arn().equals(running.arn())).singleElement()
                .extracting(ServiceDeployment::status)
                .isIn("STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL");
    }

    @Test
    void aDeploymentThatIsOverCannotBeStopped() {
        Account account = steady();
        ServiceDeployment over = value(account.deployments.deployments(SERVICE)).getFirst();

        refused(account.control.stopDeployment(over.arn()));

        assertThat(value(account.deployments.deployments(SERVICE)).getFirst()).isEqualTo(over);
    }

    @Test
    void aDeploymentThatDoesNotExistCannotBeStopped() {
        refused(steady().control.stopDeployment(NOBODY + "service-deployment/contract-cluster/service-0001/nobody"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        Account account = denied();
        ServiceState before = service(account);

        assertDenied(account.control.update(SERVICE, ServiceChange.desired(5)), "ecs:UpdateService");
        assertDenied(account.control.stopTask(CLUSTER, tasks(account).getFirst().arn(), "why"), "ecs:StopTask");
        assertDenied(account.control.stopDeployment(NOBODY + "service-deployment/contract-cluster/service-0001/1"),
                "ecs:StopServiceDeployment");

        assertThat(service(account)).isEqualTo(before);
        assertThat(tasks(account)).allMatch(TaskState::isRunning);
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        ServiceControl control = throttled().control;

        assertThrottled(control.update(SERVICE, ServiceChange.desired(5)));
        assertThrottled(control.stopTask(CLUSTER, NOBODY + "task/contract-cluster/1", "why"));
        assertThrottled(control.stopDeployment(NOBODY + "service-deployment/contract-cluster/service-0001/1"));
    }

    private static ServiceState service(Account account) {
        return value(account.fleet.services(CLUSTER, List.of(SERVICE.service())).get(SERVICE.service()));
    }

    private static Deployment primary(ServiceState service) {
        return service.deployments().stream().filter(Deployment::isPrimary).findFirst().orElseThrow();
    }

    private static List<TaskState> tasks(Account account) {
        return value(account.fleet.tasks(CLUSTER));
    }
}
