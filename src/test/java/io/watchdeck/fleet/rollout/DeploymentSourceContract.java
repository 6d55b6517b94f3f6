package io.watchdeck.fleet.rollout;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ServiceDeployment.CircuitBreaker;
import io.watchdeck.fleet.rollout.TaskDesign.Container;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [DeploymentSource] keeps.
public abstract class DeploymentSourceContract {

    protected static final String CLUSTER = "contract-cluster";
    /// The one service there is.
    protected static final ServiceKey SERVICE = new ServiceKey(CLUSTER, "service-0001");
    /// Target groups are `group-0001`, `group-0002` and so on.
    protected static final String GROUP = "group";

    private static final ServiceKey NOBODY = new ServiceKey(CLUSTER, "no-such-service");
    private static final String NO_DEFINITION = "arn:aws:ecs:ap-northeast-2:123456789012:task-definition/nobody:1";

    /// A source with the ARN of a task definition.
    public record Designed(DeploymentSource source, String arn) {}

    /// The service has had so many deployments, one a day, all successful; the latest is a day old.
    protected abstract DeploymentSource withDeployments(int count);

    /// The newest deployment of the service, which began a minute ago, has this status and reason.
    protected abstract DeploymentSource withDeployment(String status, String reason);

    /// The newest deployment of the service is under way, and its circuit breaker has counted so far.
    protected abstract DeploymentSource withBreaker(CircuitBreaker breaker);

    /// The service rolls out like this.
    protected abstract DeploymentSource withSettings(DeploymentSettings settings);

    /// There is a task definition that makes this of a task; its revision is the one it gets.
    protected abstract Designed withDesign(TaskDesign design);

    /// There are so many target groups with this deregistration delay.
    protected abstract DeploymentSource withTargetGroups(int count, Duration delay);

    /// Nothing of this may be read.
    protected abstract Designed denied();

    protected abstract Designed throttled();

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 21, 45})
    void theNewestDeploymentsComeFirst(int count) {
        List<ServiceDeployment> found = value(withDeployments(count).deployments(SERVICE));

        assertThat(found).hasSize(Math.min(count, DeploymentSource.NEWEST))
                .isSortedAccordingTo(Comparator.comparing(ServiceDeployment::createdAt).reversed());
        assertThat(found).extracting(ServiceDeployment::arn).doesNotHaveDuplicates()
                .allMatch(arn -> arn.contains(":service-deployment/" + CLUSTER + "/" + SERVICE.service() + "/"));
        assertThat(found).allSatisfy(deployment -> {
            assertThat(deployment.isSuccessful()).isTrue();
            assertThat(deployment.isUnderWay()).isFalse();
            assertThat(deployment.startedAt()).isPresent();
            assertThat(deployment.finishedAt()).isPresent();
            assertThat(deployment.taskDefinition())
                    .hasValueSatisfying(arn -> assertThat(arn).matches("arn:aws:ecs:.*:task-definition/.+:\\d+"));
        });
        assertThat(found.getFirst().createdAt()).as("the newest of all")
                .isAfter(found.getLast().createdAt().plus(Duration.ofDays(found.size() - 1L).minusHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"PENDING, true", "IN_PROGRESS, true", "STOP_REQUESTED, true", "ROLLBACK_REQUESTED, true",
            "ROLLBACK_IN_PROGRESS, true", "SUCCESSFUL, false", "STOPPED, false", "ROLLBACK_SUCCESSFUL, false",
            "ROLLBACK_FAILED, false", "PONDERING, true"})
    void everyStatusIsShownInAwsOwnWords(String status, boolean underWay) {
        ServiceDeployment newest = value(withDeployment(status, "Said AWS.").deployments(SERVICE)).getFirst();

        assertThat(newest.status()).isEqualTo(status);
        assertThat(newest.reason()).isEqualTo("Said AWS.");
        assertThat(newest.isUnderWay()).isEqualTo(underWay);
        assertThat(newest.finishedAt().isPresent()).isEqualTo(!underWay);
    }

    @Test
    void theCircuitBreakerTellsHowFarItHasCounted() {
        var breaker = new CircuitBreaker("MONITORING", 2, 3);

        ServiceDeployment newest = value(withBreaker(breaker).deployments(SERVICE)).getFirst();

        assertThat(newest.breaker()).hasValue(breaker);
        assertThat(newest.isUnderWay()).isTrue();
    }

    @Test
    void aServiceRollsOutAsItIsSet() {
        var cautious = new DeploymentSettings("ECS", OptionalInt.of(100), OptionalInt.of(200), true, true,
                List.of("contract-5xx"));
        var bold = new DeploymentSettings("ECS", OptionalInt.of(50), OptionalInt.of(100), false, false, List.of());

        assertThat(value(withSettings(cautious).settings(SERVICE))).isEqualTo(cautious);
        assertThat(value(withSettings(bold).settings(SERVICE))).isEqualTo(bold);
    }

    @Test
    void aServiceThatDoesNotExistIsNotFound() {
        DeploymentSource source = withDeployments(1);

        assertNotFound(source.deployments(NOBODY));
        assertNotFound(source.settings(NOBODY));
        assertNotFound(source.deployments(new ServiceKey("no-such-cluster", SERVICE.service())));
        assertNotFound(source.settings(new ServiceKey("no-such-cluster", SERVICE.service())));
    }

    @Test
    void aTaskDefinitionTellsWhatATaskIs() {
        var design = new TaskDesign("app:7", "ACTIVE", OptionalInt.of(256), OptionalInt.of(512),
                List.of(new Container("app", "registry.example/app:1.4", Optional.of(Duration.ofSeconds(90))),
                        new Container("router", "registry.example/router:2", Optional.empty())));

        Designed designed = withDesign(design);
        TaskDesign byArn = value(designed.source.design(designed.arn));

        assertThat(designed.arn).endsWith("task-definition/" + byArn.revision());
        assertThat(byArn.revision()).matches("[\\w-]+:\\d+");
        assertThat(byArn).usingRecursiveComparison().ignoringFields("revision").isEqualTo(design);
        assertThat(value(designed.source.design(byArn.revision()))).as("by its name").isEqualTo(byArn);
    }

    @Test
    void aTaskDefinitionThatDoesNotExistIsNotFound() {
        assertNotFound(withDeployments(1).design(NO_DEFINITION));
        assertNotFound(withDeployments(1).design("nobody:1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 21})
    void everyTargetGroupAskedHasItsDelay(int count) {
        var found = withTargetGroups(count, Duration.ofSeconds(45)).deregistrationDelays(names(GROUP, count));

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(GROUP, count));
        found.values().forEach(reading -> assertThat(value(reading)).isEqualTo(Duration.ofSeconds(45)));
    }

    @Test
    void noTargetGroupGivesNoEntry() {
        assertThat(withTargetGroups(1, Duration.ofMinutes(5)).deregistrationDelays(List.of())).isEmpty();
    }

    @Test
    void aTargetGroupThatDoesNotExistIsNotFound() {
        var found = withTargetGroups(2, Duration.ZERO)
                .deregistrationDelays(List.of(name(GROUP, 1), "no-such-group", name(GROUP, 2)));

        assertThat(value(found.get(name(GROUP, 1)))).isZero();
        assertThat(value(found.get(name(GROUP, 2)))).isZero();
        assertNotFound(found.get("no-such-group"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        Designed denied = denied();

        assertDenied(denied.source.deployments(SERVICE), "ecs:ListServiceDeployments",
                "ecs:DescribeServiceDeployments", "ecs:DescribeServiceRevisions");
        assertDenied(denied.source.settings(SERVICE), "ecs:DescribeServices");
        assertDenied(denied.source.design(denied.arn), "ecs:DescribeTaskDefinition");
        assertDenied(denied.source.deregistrationDelays(names(GROUP, 1)).get(name(GROUP, 1)),
                "elasticloadbalancing:DescribeTargetGroupAttributes", "elasticloadbalancing:DescribeTargetGroups");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        Designed throttled = throttled();

        assertThrottled(throttled.source.deployments(SERVICE));
        assertThrottled(throttled.source.settings(SERVICE));
        assertThrottled(throttled.source.design(throttled.arn));
        assertThrottled(throttled.source.deregistrationDelays(names(GROUP, 1)).get(name(GROUP, 1)));
    }
}
