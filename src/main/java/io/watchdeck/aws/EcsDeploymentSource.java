package io.watchdeck.aws;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/// Reads service deployments from ECS in two calls: the list, of which the newest are described. A third one tells the
/// task definitions of service revisions that were not met before; they never change.
final class EcsDeploymentSource implements DeploymentSource {

    /// AWS lists the newest first, but does not promise it: one page holds those of weeks.
    private static final int A_PAGE = 100;
    private static final int REVISIONS_A_CALL = 20;
    private static final String DELAY = "deregistration_delay.timeout_seconds";

    private final AwsCalls calls;
    private final TaskDefinitions taskDefinitions;
    private final TargetGroupArns groups;
    private final ConcurrentMap<String, String> ofRevisions = new ConcurrentHashMap<>();

    EcsDeploymentSource(AwsCalls calls, TaskDefinitions taskDefinitions, TargetGroupArns groups) {
        this.calls = calls;
        this.taskDefinitions = taskDefinitions;
        this.groups = groups;
    }

    @Override
    public Reading<List<ServiceDeployment>> deployments(ServiceKey service) {
        return calls.read(() -> {
            List<String> newest = newest(service);
            if (newest.isEmpty()) {
                return List.of();
            }
            var found = calls.call(AwsApi.DESCRIBE_SERVICE_DEPLOYMENTS, subject(service),
                    () -> calls.clients().ecs()
                            .describeServiceDeployments(request -> request.serviceDeploymentArns(newest)))
                    .serviceDeployments();
            learn(service, found);
            return found.stream().map(deployment -> RolloutMapper.deployment(deployment, ofRevisions))
                    .sorted(Comparator.comparing(ServiceDeployment::createdAt).reversed()).toList();
        });
    }

    private List<String> newest(ServiceKey service) {
        return calls.call(AwsApi.LIST_SERVICE_DEPLOYMENTS, subject(service),
                () -> calls.clients().ecs().listServiceDeployments(request -> request.cluster(service.cluster())
                        .service(service.service()).maxResults(A_PAGE)))
                .serviceDeployments().stream()
                .sorted(Comparator.comparing(EcsDeploymentSource::createdAt).reversed()).limit(NEWEST)
                .map(ServiceDeploymentBrief::serviceDeploymentArn).toList();
    }

    private static Instant createdAt(ServiceDeploymentBrief brief) {
        return brief.createdAt() == null ? Instant.EPOCH : brief.createdAt();
    }

    /// Revisions that AWS no longer knows are asked for again the next time: there are few.
    private void learn(ServiceKey service,
            Collection<software.amazon.awssdk.services.ecs.model.ServiceDeployment> deployments) {
        List<String> unknown = deployments.stream().flatMap(one -> RolloutMapper.revision(one).stream()).distinct()
                .filter(revision -> !ofRevisions.containsKey(revision)).toList();
        for (List<String> batch : Batches.of(unknown, REVISIONS_A_CALL)) {
            calls.call(AwsApi.DESCRIBE_SERVICE_REVISIONS, subject(service),
                    () -> calls.clients().ecs()
                            .describeServiceRevisions(request -> request.serviceRevisionArns(batch)))
                    .serviceRevisions().stream().filter(revision -> revision.taskDefinition() != null)
                    .forEach(revision -> ofRevisions.put(revision.serviceRevisionArn(), revision.taskDefinition()));
        }
    }

    @Override
    public Reading<DeploymentSettings> settings(ServiceKey service) {
        return calls.read(() -> calls.call(AwsApi.DESCRIBE_SERVICES, "cluster " + service.cluster(),
                () -> calls.clients().ecs().describeServices(request -> request.cluster(service.cluster())
                        .services(service.service())))
                .services().stream().filter(found -> service.service().equals(found.serviceName())).findFirst()
                .map(RolloutMapper::settings)
                .orElseThrow(() -> new CallFailed(Failure.notFound(subject(service), service.cluster()))));
    }

    @Override
    public Reading<TaskDesign> design(String taskDefinition) {
        return calls.read(() -> RolloutMapper.design(taskDefinitions.read(taskDefinition)));
    }

    @Override
    public Map<String, Reading<Duration>> deregistrationDelays(Collection<String> targetGroups) {
        return groups.each(targetGroups, this::delay);
    }

    private Duration delay(String name, String arn) {
        String seconds = calls.call(AwsApi.DESCRIBE_TARGET_GROUP_ATTRIBUTES, "target group " + name,
                () -> calls.clients().loadBalancing()
                        .describeTargetGroupAttributes(request -> request.targetGroupArn(arn)))
                .attributes().stream().filter(attribute -> DELAY.equals(attribute.key()))
                .map(TargetGroupAttribute::value).findFirst().orElse("");
        try {
            return Duration.ofSeconds(Long.parseLong(seconds));
        } catch (NumberFormatException e) {
            throw new CallFailed(Failure.unexpected("%s is not a number: %s".formatted(DELAY, seconds))
                    .withAction(AwsApi.DESCRIBE_TARGET_GROUP_ATTRIBUTES.iamAction()));
        }
    }

    private static String subject(ServiceKey service) {
        return "service " + service.service();
    }
}
