package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/// Task definitions of ECS, one a call.
final class TaskDefinitions {

    /// ECS has no error code of its own for a definition that does not exist, only this sentence.
    private static final String UNKNOWN = "Unable to describe task definition";

    private final AwsCalls calls;

    TaskDefinitions(AwsCalls calls) {
        this.calls = calls;
    }

    /// @param name ARN, or `family:revision`
    /// @throws CallFailed with `NOT_FOUND` when there is none
    TaskDefinition read(String name) {
        String subject = "task definition " + name.substring(name.lastIndexOf('/') + 1);
        try {
            return calls.call(AwsApi.DESCRIBE_TASK_DEFINITION, subject,
                    () -> calls.clients().ecs().describeTaskDefinition(request -> request.taskDefinition(name)))
                    .taskDefinition();
        } catch (CallFailed failed) {
            throw failed.failure().detail().contains(UNKNOWN)
                    ? new CallFailed(Failure.notFound(subject, calls.region())) : failed;
        }
    }
}
