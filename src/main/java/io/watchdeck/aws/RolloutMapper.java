package io.watchdeck.aws;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.ServiceDeployment.CircuitBreaker;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentAlarms;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.ServiceRevisionSummary;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/// How ECS rolls out, to ours, and our changes to its. Words that this SDK does not know stay as AWS wrote them.
final class RolloutMapper {

    private RolloutMapper() {}

    /// Names the service, and of its fields those of the change alone.
    static UpdateServiceRequest update(ServiceKey service, ServiceChange change) {
        var request = UpdateServiceRequest.builder().cluster(service.cluster()).service(service.service());
        change.desired().ifPresent(request::desiredCount);
        change.taskDefinition().ifPresent(request::taskDefinition);
        change.strategy().ifPresent(shares -> request
                .capacityProviderStrategy(shares.stream().map(RolloutMapper::share).toList()));
        if (change.force()) {
            request.forceNewDeployment(true);
        }
        return request.build();
    }

    private static CapacityProviderStrategyItem share(CapacityShare share) {
        var item = CapacityProviderStrategyItem.builder().capacityProvider(share.provider()).weight(share.weight());
        if (share.base() > 0) {
            item.base(share.base());
        }
        return item.build();
    }

    /// The id of the primary deployment; a service that ECS does not roll out itself has none.
    ///
    /// @throws CallFailed when the answer is not that of a service
    static Optional<String> primary(@Nullable Service service) {
        if (service == null) {
            throw new CallFailed(Failure.unexpected("the answer has no service")
                    .withAction(AwsApi.UPDATE_SERVICE.iamAction()));
        }
        return service.deployments().stream().filter(deployment -> "PRIMARY".equals(deployment.status()))
                .map(Deployment::id).filter(Objects::nonNull).findFirst();
    }

    /// @param definitions by the ARN of the service revision
    static ServiceDeployment deployment(software.amazon.awssdk.services.ecs.model.ServiceDeployment deployment,
            Map<String, String> definitions) {
        return new ServiceDeployment(text(deployment.serviceDeploymentArn()), text(deployment.statusAsString()),
                text(deployment.statusReason()), Objects.requireNonNullElse(deployment.createdAt(), Instant.EPOCH),
                Optional.ofNullable(deployment.startedAt()), ended(deployment),
                revision(deployment).map(definitions::get), breaker(deployment.deploymentCircuitBreaker()));
    }

    /// `stoppedAt` is the end of one that is not rolled back, else the begin of its rollback.
    private static Optional<Instant> ended(software.amazon.awssdk.services.ecs.model.ServiceDeployment deployment) {
        return Optional.ofNullable(deployment.finishedAt()).or(() -> Optional.ofNullable(deployment.stoppedAt())
                .filter(_ -> deployment.status() == ServiceDeploymentStatus.STOPPED));
    }

    /// The ARN of the service revision that it brings.
    static Optional<String> revision(software.amazon.awssdk.services.ecs.model.ServiceDeployment deployment) {
        return Optional.ofNullable(deployment.targetServiceRevision())
                .map(ServiceRevisionSummary::arn);
    }

    private static Optional<CircuitBreaker> breaker(@Nullable ServiceDeploymentCircuitBreaker breaker) {
        return Optional.ofNullable(breaker).map(told -> new CircuitBreaker(text(told.statusAsString()),
                count(told.failureCount()), count(told.threshold())));
    }

    static DeploymentSettings settings(Service service) {
        DeploymentConfiguration configuration = Optional.ofNullable(service.deploymentConfiguration())
                .orElseGet(() -> DeploymentConfiguration.builder().build());
        Optional<DeploymentCircuitBreaker> breaker = Optional.ofNullable(configuration.deploymentCircuitBreaker())
                .filter(told -> Boolean.TRUE.equals(told.enable()));
        Optional<DeploymentAlarms> alarms = Optional.ofNullable(configuration.alarms())
                .filter(told -> Boolean.TRUE.equals(told.enable()));
        boolean rollback = breaker.filter(told -> Boolean.TRUE.equals(told.rollback())).isPresent()
                || alarms.filter(told -> Boolean.TRUE.equals(told.rollback())).isPresent();
        return new DeploymentSettings(controller(service), number(configuration.minimumHealthyPercent()),
                number(configuration.maximumPercent()), breaker.isPresent(), rollback,
                alarms.map(DeploymentAlarms::alarmNames).orElse(List.of()));
    }

    /// A service without one rolls out by ECS itself.
    private static String controller(Service service) {
        String type = service.deploymentController() == null ? null
                : service.deploymentController().typeAsString();
        return type == null ? "ECS" : type;
    }

    static TaskDesign design(TaskDefinition definition) {
        return new TaskDesign(text(definition.taskDefinitionArn()).replaceFirst("^.*/", ""),
                text(definition.statusAsString()), size(definition.cpu()), size(definition.memory()),
                definition.containerDefinitions().stream().map(RolloutMapper::container).toList());
    }

    private static TaskDesign.Container container(ContainerDefinition container) {
        return new TaskDesign.Container(text(container.name()), text(container.image()),
                Optional.ofNullable(container.stopTimeout()).map(Duration::ofSeconds));
    }

    /// ECS tells units as a number in text; a task on EC2 may have none.
    private static OptionalInt size(@Nullable String units) {
        return units != null && units.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(units))
                : OptionalInt.empty();
    }

    private static OptionalInt number(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static int count(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
