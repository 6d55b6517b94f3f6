package io.watchdeck.aws;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.fleet.TaskDefinitionSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import java.util.List;

/// Reads task definitions from ECS, one a call.
final class EcsTaskDefinitionSource implements TaskDefinitionSource {

    /// ECS has no error code of its own for a definition that does not exist, only this sentence.
    private static final String UNKNOWN = "Unable to describe task definition";

    private final AwsCalls calls;

    EcsTaskDefinitionSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reading<List<ContainerLog>> logs(String taskDefinition) {
        String subject = "task definition " + taskDefinition.substring(taskDefinition.lastIndexOf('/') + 1);
        Reading<List<ContainerLog>> reading = calls.read(() -> calls.call(AwsApi.DESCRIBE_TASK_DEFINITION, subject,
                () -> calls.clients().ecs().describeTaskDefinition(request -> request.taskDefinition(taskDefinition)))
                .taskDefinition().containerDefinitions().stream().map(EcsMapper::log).toList());
        return reading instanceof Reading.Unknown<List<ContainerLog>>(var failure, var at)
                && failure.detail().contains(UNKNOWN)
                        ? Reading.unknown(Failure.notFound(subject, calls.region()), at) : reading;
    }
}
