package io.watchdeck.operations;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.queues.JobOrder;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.List;
import java.util.OptionalInt;

/// One request of an operation: what is shown before, what is sent, what stands in the journal.
public sealed interface Step {

    ApiRequest request();

    record Update(ServiceKey service, ServiceChange change) implements Step {
        @Override
        public ApiRequest request() {
            ApiRequest request = ApiRequest.of("ecs", "UpdateService").with("cluster", service.cluster())
                    .with("service", service.service());
            if (change.desired().isPresent()) {
                request = request.with("desiredCount", change.desired().getAsInt());
            }
            if (change.taskDefinition().isPresent()) {
                request = request.with("taskDefinition", change.taskDefinition().get());
            }
            if (change.strategy().isPresent()) {
                request = request.with("capacityProviderStrategy",
                        change.strategy().get().stream().map(Update::share).toList());
            }
            return change.force() ? request.flag("forceNewDeployment") : request;
        }

        private static String share(CapacityShare share) {
            String text = "capacityProvider=%s,weight=%d".formatted(share.provider(), share.weight());
            return share.base() > 0 ? text + ",base=" + share.base() : text;
        }
    }

    record SetRange(ServiceKey service, Range range) implements Step {
        @Override
        public ApiRequest request() {
            return ApiRequest.of("application-autoscaling", "RegisterScalableTarget").with("serviceNamespace", "ecs")
                    .with("resourceId", "service/" + service.cluster() + "/" + service.service())
                    .with("scalableDimension", "ecs:service:DesiredCount").with("minCapacity", range.min())
                    .with("maxCapacity", range.max());
        }
    }

    record StopTask(String cluster, String task, String reason) implements Step {
        @Override
        public ApiRequest request() {
            return ApiRequest.of("ecs", "StopTask").with("cluster", cluster).with("task", task).with("reason", reason);
        }
    }

    record StopDeployment(String deployment) implements Step {
        @Override
        public ApiRequest request() {
            return ApiRequest.of("ecs", "StopServiceDeployment").with("serviceDeploymentArn", deployment)
                    .with("stopType", "ROLLBACK");
        }
    }

    /// @param arn of the dead-letter queue
    record StartRedrive(String queue, String arn, OptionalInt perSecond) implements Step {
        @Override
        public ApiRequest request() {
            ApiRequest request = ApiRequest.of("sqs", "StartMessageMoveTask").with("sourceArn", arn);
            return perSecond.isPresent() ? request.with("maxNumberOfMessagesPerSecond", perSecond.getAsInt()) : request;
        }
    }

    record CancelRedrive(String handle) implements Step {
        @Override
        public ApiRequest request() {
            return ApiRequest.of("sqs", "CancelMessageMoveTask").with("taskHandle", handle);
        }
    }

    /// @param url of the queue
    record Purge(String queue, String url) implements Step {
        @Override
        public ApiRequest request() {
            return ApiRequest.of("sqs", "PurgeQueue").with("queueUrl", url);
        }
    }

    /// With the name, the job definition, the parameters and the overrides of the job that failed.
    record Resubmit(String queue, JobOrder order) implements Step {
        @Override
        public ApiRequest request() {
            ApiRequest request = ApiRequest.of("batch", "SubmitJob").with("jobName", order.name())
                    .with("jobQueue", queue).with("jobDefinition", order.definition());
            for (JobOrder.Option option : order.options()) {
                request = request.with(option.name(), option.value());
            }
            return request.like(List.of(order.job()));
        }
    }
}
