package io.watchdeck.sandbox;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.compute.Deployments;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Deployments of the services of the simulated account, and what they are made from.
final class SandboxDeploymentSource implements DeploymentSource {

    private final SandboxAccount account;

    SandboxDeploymentSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<List<ServiceDeployment>> deployments(ServiceKey service) {
        return read(service, Deployments::view, "ecs:ListServiceDeployments",
                "ecs:DescribeServiceDeployments", "ecs:DescribeServiceRevisions");
    }

    @Override
    public Reading<DeploymentSettings> settings(ServiceKey service) {
        return read(service, Deployments::settings, "ecs:DescribeServices");
    }

    private <T> Reading<T> read(ServiceKey key, Function<Deployments, T> view, String... actions) {
        return account.readEach(List.of(key),
                (stack, asked) -> stack.service(asked).map(service -> view.apply(service.deployments())),
                asked -> Failure.notFound("service " + asked.service(), asked.cluster()), actions).get(key);
    }

    @Override
    public Reading<TaskDesign> design(String taskDefinition) {
        return account.readEach(List.of(taskDefinition),
                (stack, name) -> stack.services().stream()
                        .flatMap(service -> service.deployments().taskDesign(name).stream())
                        .findFirst(),
                name -> Failure.notFound("task definition " + name.substring(name.lastIndexOf('/') + 1),
                        account.place().region().code()),
                "ecs:DescribeTaskDefinition").get(taskDefinition);
    }

    @Override
    public Map<String, Reading<Duration>> deregistrationDelays(Collection<String> targetGroups) {
        return account.readEach(targetGroups, SimulatedStack::deregistrationDelay,
                name -> Failure.notFound("target group " + name, account.place().region().code()),
                "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetGroupAttributes");
    }
}
