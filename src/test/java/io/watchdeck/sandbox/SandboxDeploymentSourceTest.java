package io.watchdeck.sandbox;

import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.DeploymentSourceContract;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.ServiceDeployment.CircuitBreaker;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Readings;
import io.watchdeck.sandbox.compute.Deployments;
import io.watchdeck.sandbox.compute.RolloutRules;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.ServiceSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class SandboxDeploymentSourceTest extends DeploymentSourceContract {

    private static final Set<String> OVER = Set.of("SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED");

    @Override
    protected DeploymentSource withDeployments(int count) {
        return source(service().change((stack, now) -> deployments(stack).rememberDaily(count, now)));
    }

    @Override
    protected DeploymentSource withDeployment(String status, String reason) {
        return source(service().change((stack, now) -> tell(stack, now, status, reason, Optional.empty())));
    }

    @Override
    protected DeploymentSource withBreaker(CircuitBreaker breaker) {
        return source(service().change((stack, now) -> tell(stack, now, "IN_PROGRESS", "", Optional.of(breaker))));
    }

    private static void tell(SimulatedStack stack, long now, String status, String reason,
            Optional<CircuitBreaker> breaker) {
        stack.service(SERVICE).orElseThrow().forceDeployment(now - 60);
        ServiceDeployment one = deployments(stack).view().getFirst();
        Instant began = Instant.ofEpochSecond(now - 60);
        deployments(stack).tell(new ServiceDeployment(one.arn(), status, reason, began, Optional.of(began),
                OVER.contains(status) ? Optional.of(began.plusSeconds(30)) : Optional.empty(), one.taskDefinition(),
                breaker.or(one::breaker)));
    }

    @Override
    protected DeploymentSource withSettings(DeploymentSettings settings) {
        return source(service().change((stack, _) -> deployments(stack).changeRules(new RolloutRules(
                settings.minPercent().orElseThrow(), settings.maxPercent().orElseThrow(), settings.breaker(),
                settings.rollback(), settings.alarms()))));
    }

    @Override
    protected Designed withDesign(TaskDesign design) {
        var arns = new ArrayList<String>();
        Stage stage = service().change((stack, _) -> arns.add(deployments(stack).register(design)));
        return new Designed(source(stage), arns.getFirst());
    }

    @Override
    protected DeploymentSource withTargetGroups(int count, Duration delay) {
        return source(groups(count).change((stack, _) -> stack.services()
                .forEach(service -> service.changeDrain(delay.toSeconds()))));
    }

    @Override
    protected Designed denied() {
        return designed(groups(1).denied("ecs:ListServiceDeployments").denied("ecs:DescribeServices")
                .denied("ecs:DescribeTaskDefinition").denied("elasticloadbalancing:DescribeTargetGroupAttributes"));
    }

    @Override
    protected Designed throttled() {
        return designed(groups(1).throttled());
    }

    private static Designed designed(Stage stage) {
        var arns = new ArrayList<String>();
        stage.change((stack, _) -> arns.add(deployments(stack).register(new TaskDesign("app:1", "ACTIVE",
                OptionalInt.of(256), OptionalInt.of(512), List.of()))));
        return new Designed(source(stage), arns.getFirst());
    }

    private static Stage service() {
        return groups(1);
    }

    /// Each group has a service behind it.
    private static Stage groups(int count) {
        List<ServiceSpec> services = Readings.names("service", count).stream()
                .map(name -> Stage.service(name, 2, Optional.empty())).toList();
        return Stage.of(new Components(services, List.of(new LoadBalancerSpec("balancer",
                Readings.names(GROUP, count))), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of()));
    }

    private static Deployments deployments(SimulatedStack stack) {
        return stack.service(SERVICE).orElseThrow().deployments();
    }

    private static DeploymentSource source(Stage stage) {
        return stage.controls().deployments();
    }
}
