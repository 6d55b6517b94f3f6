package io.watchdeck.aws;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.TaskState.ContainerState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;

/// ECS's words to ours. Words that this SDK does not know stay as AWS wrote them.
final class EcsMapper {

    private static final String GROUP = "service:";

    private EcsMapper() {}

    static ServiceState service(Service service) {
        List<CapacityShare> strategy = service.capacityProviderStrategy().stream().map(EcsMapper::share).toList();
        List<Deployment> deployments = service.deployments().stream().map(EcsMapper::deployment)
                .sorted(Comparator.comparing(deployment -> !deployment.isPrimary())).toList();
        String definition = deployments.stream().filter(Deployment::isPrimary).map(Deployment::taskDefinition)
                .filter(arn -> !arn.isEmpty()).findFirst().orElse(text(service.taskDefinition()));
        List<ServiceEvent> events = service.events().stream()
                .map(event -> new ServiceEvent(text(event.id()), at(event.createdAt()), text(event.message())))
                .sorted(Comparator.comparing(ServiceEvent::at).reversed()).toList();
        return new ServiceState(text(service.serviceName()), text(service.serviceArn()), text(service.status()),
                count(service.desiredCount()), count(service.runningCount()), count(service.pendingCount()), strategy,
                strategy.isEmpty() ? text(service.launchTypeAsString()) : "", definition,
                targetGroups(service), deployments, events);
    }

    static ContainerLog log(ContainerDefinition container) {
        LogConfiguration logs = container.logConfiguration();
        if (logs == null) {
            return new ContainerLog(text(container.name()), "", Optional.empty(), Optional.empty(), Optional.empty());
        }
        boolean kept = logs.logDriver() == LogDriver.AWSLOGS;
        return new ContainerLog(text(container.name()), text(logs.logDriverAsString()),
                option(logs, "awslogs-group").filter(_ -> kept), option(logs, "awslogs-region").filter(_ -> kept),
                option(logs, "awslogs-stream-prefix").filter(_ -> kept));
    }

    private static Optional<String> option(LogConfiguration logs, String name) {
        return Optional.ofNullable(logs.options().get(name)).filter(value -> !value.isBlank());
    }

    /// By name; a Classic Load Balancer has none.
    static List<String> targetGroups(Service service) {
        return service.loadBalancers().stream().map(LoadBalancer::targetGroupArn).filter(Objects::nonNull)
                .map(EcsMapper::targetGroupName).distinct().toList();
    }

    /// `…:targetgroup/NAME/ID`.
    private static String targetGroupName(String arn) {
        String[] parts = arn.split("/");
        return parts.length > 1 ? parts[1] : arn;
    }

    private static CapacityShare share(CapacityProviderStrategyItem item) {
        return new CapacityShare(text(item.capacityProvider()), count(item.weight()), count(item.base()));
    }

    private static Deployment deployment(software.amazon.awssdk.services.ecs.model.Deployment deployment) {
        return new Deployment(text(deployment.id()), text(deployment.status()), text(deployment.taskDefinition()),
                count(deployment.desiredCount()), count(deployment.runningCount()), count(deployment.pendingCount()),
                count(deployment.failedTasks()), text(deployment.rolloutStateAsString()),
                text(deployment.rolloutStateReason()), at(deployment.createdAt()), at(deployment.updatedAt()));
    }

    /// The service of a task is read from its group: a service's tasks carry `service:NAME`.
    static TaskState task(Task task) {
        String group = text(task.group());
        return new TaskState(text(task.taskArn()), group.startsWith(GROUP) ? group.substring(GROUP.length()) : "",
                text(task.taskDefinitionArn()), text(task.lastStatus()), text(task.desiredStatus()),
                text(task.capacityProviderName()), text(task.availabilityZone()),
                task.healthStatusAsString() == null ? "UNKNOWN" : task.healthStatusAsString(),
                Optional.ofNullable(task.createdAt()), Optional.ofNullable(task.startedAt()),
                Optional.ofNullable(task.stoppingAt()), Optional.ofNullable(task.stoppedAt()),
                text(task.stopCodeAsString()), text(task.stoppedReason()),
                task.containers().stream().map(EcsMapper::container).toList());
    }

    private static ContainerState container(Container container) {
        return new ContainerState(text(container.name()), text(container.lastStatus()),
                container.exitCode() == null ? OptionalInt.empty() : OptionalInt.of(container.exitCode()),
                text(container.reason()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int count(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static Instant at(@Nullable Instant at) {
        return at == null ? Instant.EPOCH : at;
    }
}
