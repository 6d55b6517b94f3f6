package io.watchdeck.fleet;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [FleetSource] keeps.
public abstract class FleetSourceContract {

    /// The one cluster there is.
    protected static final String CLUSTER = "contract-cluster";
    /// Services are `service-0001`, `service-0002` and so on.
    protected static final String SERVICE = "service";

    /// A cluster of so many active services without tasks.
    protected abstract FleetSource withServices(int count);

    /// A cluster whose only service, `service-0001`, has so many running tasks and desires as many.
    protected abstract FleetSource withRunningTasks(int count);

    /// The only service has no running task and one that stopped a minute ago with this code and reason.
    protected abstract FleetSource withStoppedTask(String stopCode, String stoppedReason);

    /// The only service has one deployment, in this rollout state.
    protected abstract FleetSource withRolloutState(String rolloutState);

    /// The only service registers its tasks in this target group.
    protected abstract FleetSource withTargetGroup(String name);

    protected abstract FleetSource denied();

    protected abstract FleetSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(withServices(1).services(CLUSTER, List.of())).isEmpty();
    }

    @Test
    void anEmptyClusterHasNoTasks() {
        assertThat(value(withServices(0).tasks(CLUSTER))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 20, 21})
    void everyServiceAskedHasItsEntry(int count) {
        var found = withServices(count).services(CLUSTER, names(SERVICE, count));

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(SERVICE, count));
        found.forEach((name, reading) -> {
            assertThat(value(reading).name()).isEqualTo(name);
            assertThat(value(reading).status()).isEqualTo("ACTIVE");
            assertThat(value(reading).arn()).startsWith("arn:aws:ecs:").endsWith("/" + name);
        });
    }

    @Test
    void aServiceThatTheClusterDoesNotHaveIsNotFound() {
        var found = withServices(1).services(CLUSTER, List.of(name(SERVICE, 1), "no-such-service"));

        assertThat(value(found.get(name(SERVICE, 1))).name()).isEqualTo(name(SERVICE, 1));
        assertNotFound(found.get("no-such-service"));
    }

    @Test
    void aClusterThatDoesNotExistIsNotFound() {
        FleetSource fleet = withServices(1);

        assertNotFound(fleet.services("no-such-cluster", names(SERVICE, 1)).get(name(SERVICE, 1)));
        assertNotFound(fleet.tasks("no-such-cluster"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101, 200, 201})
    void everyTaskIsFoundOnce(int count) {
        List<TaskState> tasks = value(withRunningTasks(count).tasks(CLUSTER));

        assertThat(tasks).hasSize(count).allMatch(TaskState::isRunning);
        assertThat(tasks).extracting(TaskState::arn).doesNotHaveDuplicates();
        assertThat(tasks).extracting(TaskState::service).containsOnly(name(SERVICE, 1));
    }

    @Test
    void countsOfTheServiceAgreeWithItsTasks() {
        var service = value(withRunningTasks(3).services(CLUSTER, names(SERVICE, 1)).get(name(SERVICE, 1)));

        assertThat(service.running()).isEqualTo(3);
        assertThat(service.desired()).isEqualTo(3);
        assertThat(service.deployments()).first().matches(Deployment::isPrimary);
    }

    @Test
    void aStoppedTaskTellsWhyInAwsOwnWords() {
        var tasks = value(withStoppedTask("SpotInterruption", "Your Spot Task was interrupted.").tasks(CLUSTER));

        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.isStopped()).isTrue();
            assertThat(task.stopCode()).isEqualTo("SpotInterruption");
            assertThat(task.stoppedReason()).isEqualTo("Your Spot Task was interrupted.");
            assertThat(task.stoppedAt()).isPresent();
        });
    }

    @Test
    void aStopCodeThatNobodyKnowsYetIsShownAsItIs() {
        assertThat(value(withStoppedTask("SolarFlare", "The sun did it.").tasks(CLUSTER)))
                .extracting(TaskState::stopCode).containsExactly("SolarFlare");
    }

    @Test
    void aRolloutStateThatNobodyKnowsYetIsShownAsItIs() {
        var service = value(withRolloutState("PONDERING").services(CLUSTER, names(SERVICE, 1)).get(name(SERVICE, 1)));

        assertThat(service.deployments()).extracting(Deployment::rolloutState).containsExactly("PONDERING");
    }

    @Test
    void aServiceNamesTheTargetGroupsOfItsTasks() {
        assertThat(targetGroups(withTargetGroup("contract-tg"))).containsExactly("contract-tg");
    }

    @Test
    void aServiceThatNoLoadBalancerReachesHasNoTargetGroup() {
        assertThat(targetGroups(withServices(1))).isEmpty();
    }

    private static List<String> targetGroups(FleetSource fleet) {
        return value(fleet.services(CLUSTER, names(SERVICE, 1)).get(name(SERVICE, 1))).targetGroups();
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        FleetSource fleet = denied();

        var services = fleet.services(CLUSTER, names(SERVICE, 11));
        assertThat(services).hasSize(11);
        services.values().forEach(reading -> assertDenied(reading, "ecs:DescribeServices"));
        assertDenied(fleet.tasks(CLUSTER), "ecs:ListTasks", "ecs:DescribeTasks");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        FleetSource fleet = throttled();

        assertThrottled(fleet.services(CLUSTER, names(SERVICE, 1)).get(name(SERVICE, 1)));
        assertThrottled(fleet.tasks(CLUSTER));
    }
}
