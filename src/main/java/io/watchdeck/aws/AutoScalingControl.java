package io.watchdeck.aws;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ScalingControl;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/// Changes ranges of Application Auto Scaling. Its request makes a range where there is none, so that each is preceded by
/// a look whether there is one.
final class AutoScalingControl implements ScalingControl {

    private final AwsCalls calls;

    AutoScalingControl(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Sent range(ServiceKey service, int min, int max) {
        String resource = ScalingMapper.resource(service.cluster(), service.service());
        return calls.change(() -> exists(resource) ? register(resource, min, max) : new Sent.Refused(
                Failure.notFound("autoscaling range of service " + service.service(), calls.region()),
                calls.clock().instant()));
    }

    private boolean exists(String resource) {
        return calls.call(AwsApi.DESCRIBE_SCALABLE_TARGETS, "scalable targets",
                () -> calls.clients().scaling().describeScalableTargets(request -> request
                        .serviceNamespace(ServiceNamespace.ECS).resourceIds(resource)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)))
                .scalableTargets().stream().anyMatch(target -> resource.equals(target.resourceId()));
    }

    private Sent register(String resource, int min, int max) {
        return calls.change(AwsApi.REGISTER_SCALABLE_TARGET, resource,
                () -> calls.clients().scaling().registerScalableTarget(request -> request
                        .serviceNamespace(ServiceNamespace.ECS).resourceId(resource)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT).minCapacity(min)
                        .maxCapacity(max)),
                _ -> Optional.empty());
    }
}
