package io.watchdeck.sandbox;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.fleet.TaskDefinitionSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.util.List;
import java.util.Optional;

/// Task definitions of the simulated account: those of the revisions that run.
final class SandboxTaskDefinitionSource implements TaskDefinitionSource {

    private final SandboxAccount account;

    SandboxTaskDefinitionSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<List<ContainerLog>> logs(String taskDefinition) {
        return account.readEach(List.of(taskDefinition), SandboxTaskDefinitionSource::logs,
                arn -> Failure.notFound("task definition " + arn.substring(arn.lastIndexOf('/') + 1),
                        account.place().region().code()),
                "ecs:DescribeTaskDefinition").get(taskDefinition);
    }

    private static Optional<List<ContainerLog>> logs(SimulatedStack stack, String taskDefinition) {
        return stack.services().stream()
                .filter(service -> service.view().deployments().stream()
                        .anyMatch(deployment -> deployment.taskDefinition().equals(taskDefinition)))
                .findFirst().map(service -> List.of(log(stack, service)));
    }

    /// A service into whose group nobody writes has no log driver.
    private static ContainerLog log(SimulatedStack stack, SimulatedService service) {
        String family = service.design().family();
        Optional<String> group = stack.file().components().logGroups().stream().filter(service::writesInto)
                .findFirst();
        return new ContainerLog(family, group.isPresent() ? "awslogs" : "", group,
                group.map(_ -> stack.place().region().code()), group.map(_ -> family));
    }
}
