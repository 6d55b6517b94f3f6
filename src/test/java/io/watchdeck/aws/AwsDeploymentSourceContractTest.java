package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.DeploymentSourceContract;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.ServiceDeployment.CircuitBreaker;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.refresh.ApiCall;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestKeys.class)
class AwsDeploymentSourceContractTest extends DeploymentSourceContract {

    private final AwsRig rig = new AwsRig();
    private final FakeEcs ecs = new FakeEcs(rig.aws, CLUSTER).service(SERVICE.service(), 3, "COMPLETED");
    private final FakeRollouts rollouts = new FakeRollouts(rig.aws, ecs);
    private final FakeElb elb = new FakeElb(rig.aws);

    @AfterEach
    void close() {
        rig.close();
    }

    private DeploymentSource source() {
        return rig.connector.controls(rig.access).deployments();
    }

    @Override
    protected DeploymentSource withDeployments(int count) {
        for (int days = count; days > 0; days--) {
            deployment("SUCCESSFUL", Duration.ofDays(days));
        }
        return source();
    }

    private void deployment(String status, Duration ago, Object... more) {
        rollouts.deployment(CLUSTER, SERVICE.service(), status, SERVICE.service() + ":7", AwsRig.NOW.minus(ago), more);
    }

    @Override
    protected DeploymentSource withDeployment(String status, String reason) {
        withDeployments(3);
        deployment(status, Duration.ofMinutes(1), "statusReason", reason);
        return source();
    }

    @Override
    protected DeploymentSource withBreaker(CircuitBreaker breaker) {
        withDeployments(1);
        deployment("IN_PROGRESS", Duration.ofMinutes(1), "deploymentCircuitBreaker", object("status",
                breaker.status(), "failureCount", breaker.failures(), "threshold", breaker.threshold()));
        return source();
    }

    @Override
    protected DeploymentSource withSettings(DeploymentSettings settings) {
        var service = ecs.service(CLUSTER, SERVICE.service());
        service.put("deploymentController", object("type", settings.controller()));
        service.put("deploymentConfiguration", object("minimumHealthyPercent", settings.minPercent().getAsInt(),
                "maximumPercent", settings.maxPercent().getAsInt(), "deploymentCircuitBreaker",
                object("enable", settings.breaker(), "rollback", settings.rollback()), "alarms",
                object("alarmNames", settings.alarms(), "enable", !settings.alarms().isEmpty(), "rollback",
                        settings.rollback() && !settings.alarms().isEmpty())));
        return source();
    }

    @Override
    protected Designed withDesign(TaskDesign design) {
        rollouts.definition(design.revision(), "status", design.status(), "cpu",
                Integer.toString(design.cpuUnits().orElseThrow()), "memory",
                Integer.toString(design.memoryMiB().orElseThrow()), "containerDefinitions",
                design.containers().stream().map(container -> object("name", container.name(), "image",
                        container.image(), "stopTimeout",
                        container.stopTimeout().map(Duration::toSeconds).orElse(null))).toList());
        return designed(design.revision());
    }

    private Designed designed(String name) {
        return new Designed(source(), FakeRollouts.definitionArn(name));
    }

    @Override
    protected DeploymentSource withTargetGroups(int count, Duration delay) {
        names(GROUP, count).forEach(name -> elb.group(name).delay(name, Long.toString(delay.toSeconds())));
        return source();
    }

    @Override
    protected Designed denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException", "no"),
                LoopbackAws.xmlError(403, "AccessDenied", "no"));
    }

    @Override
    protected Designed throttled() {
        return failing(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"),
                LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
    }

    private Designed failing(LoopbackAws.Answer json, LoopbackAws.Answer xml) {
        withTargetGroups(1, Duration.ZERO);
        List.of("ListServiceDeployments", "DescribeServices", "DescribeTaskDefinition")
                .forEach(operation -> rig.aws.on(operation, json));
        rig.aws.on("DescribeTargetGroupAttributes", xml);
        return designed("app:7");
    }

    @Test
    void aServiceThatNeverRolledOutHasNoDeployments() {
        assertThat(value(source().deployments(SERVICE))).isEmpty();
        assertThat(operations()).containsExactly("ListServiceDeployments");
    }

    @Test
    void revisionsAreAskedOnceAndKept() {
        withDeployments(25);

        value(source().deployments(SERVICE));
        deployment("IN_PROGRESS", Duration.ofMinutes(1));
        value(source().deployments(SERVICE));
        value(source().deployments(SERVICE));

        assertThat(operations()).containsExactly("ListServiceDeployments", "DescribeServiceDeployments",
                "DescribeServiceRevisions", "ListServiceDeployments", "DescribeServiceDeployments",
                "DescribeServiceRevisions", "ListServiceDeployments", "DescribeServiceDeployments");
    }

    @Test
    void aRevisionThatAwsHasForgottenIsNotGuessed() {
        withDeployments(2);
        rollouts.forgetRevision();

        List<ServiceDeployment> found = value(source().deployments(SERVICE));

        assertThat(found.getFirst().taskDefinition()).isEmpty();
        assertThat(found.getLast().taskDefinition()).isPresent();
    }

    /// `stoppedAt` of a deployment that is rolled back is when its rollback began.
    @Test
    void aDeploymentThatIsRolledBackIsNotOver() {
        double at = AwsRig.NOW.getEpochSecond();
        deployment("ROLLBACK_IN_PROGRESS", Duration.ofMinutes(1), "stoppedAt", at);
        assertThat(value(source().deployments(SERVICE)).getFirst().isUnderWay()).isTrue();

        rollouts.newest("status", "STOPPED", "stoppedAt", at);
        rig.connector.controls(rig.access);
        assertThat(value(source().deployments(SERVICE)).getFirst().finishedAt()).hasValue(AwsRig.NOW);
    }

    @Test
    void aServiceThatSaysNothingRollsOutByEcs() {
        assertThat(value(source().settings(SERVICE))).isEqualTo(new DeploymentSettings("ECS", OptionalInt.empty(),
                OptionalInt.empty(), false, false, List.of()));
    }

    @Test
    void alarmsThatAreNotEnabledDoNotEndADeployment() {
        ecs.service(CLUSTER, SERVICE.service()).put("deploymentConfiguration", object("alarms",
                object("alarmNames", List.of("a"), "enable", false, "rollback", true), "deploymentCircuitBreaker",
                object("enable", false, "rollback", true)));

        DeploymentSettings settings = value(source().settings(SERVICE));

        assertThat(settings.alarms()).isEmpty();
        assertThat(settings.rollback()).isFalse();
    }

    @Test
    void aTaskOnEc2MayHaveNoSize() {
        rollouts.definition("old:1");

        TaskDesign design = value(source().design("old:1"));

        assertThat(design.cpuUnits()).isEmpty();
        assertThat(design.memoryMiB()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon"})
    void aDelayThatIsNoNumberIsNotGuessed(String seconds) {
        elb.group("group-0001").delay("group-0001", seconds);

        assertThat(failure(source().deregistrationDelays(names(GROUP, 1)).get("group-0001")).kind())
                .isEqualTo(Kind.UNEXPECTED);
    }

    @Test
    void arnsOfTargetGroupsAreSharedWithTheirHealth() {
        withTargetGroups(1, Duration.ZERO);

        rig.cloud.targets().orElseThrow().targets(names(GROUP, 1));
        source().deregistrationDelays(names(GROUP, 1));

        assertThat(operations()).containsExactly("DescribeTargetGroups", "DescribeTargetHealth",
                "DescribeTargetGroupAttributes");
    }

    private List<String> operations() {
        return rig.metered.stream().map(ApiCall::operation).toList();
    }
}
