package io.watchdeck.aws;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.fleet.rollout.ServiceControl;
import io.watchdeck.model.Sent;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;

/// Changes services and tasks of ECS, one request each.
final class EcsServiceControl implements ServiceControl {

    private final AwsCalls calls;

    EcsServiceControl(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Sent update(ServiceKey service, ServiceChange change) {
        return calls.change(AwsApi.UPDATE_SERVICE, "service " + service.service(),
                () -> calls.clients().ecs().updateService(RolloutMapper.update(service, change)),
                answer -> RolloutMapper.primary(answer.service()));
    }

    @Override
    public Sent stopTask(String cluster, String task, String reason) {
        return calls.change(AwsApi.STOP_TASK, "task " + task.substring(task.lastIndexOf('/') + 1),
                () -> calls.clients().ecs()
                        .stopTask(request -> request.cluster(cluster).task(task).reason(reason)),
                _ -> Optional.empty());
    }

    @Override
    public Sent stopDeployment(String deployment) {
        return calls.change(AwsApi.STOP_SERVICE_DEPLOYMENT,
                "service deployment " + deployment.substring(deployment.lastIndexOf('/') + 1),
                () -> calls.clients().ecs().stopServiceDeployment(request -> request.serviceDeploymentArn(deployment)
                        .stopType(StopServiceDeploymentStopType.ROLLBACK)),
                answer -> AwsCalls.named(AwsApi.STOP_SERVICE_DEPLOYMENT, answer.serviceDeploymentArn()));
    }
}
