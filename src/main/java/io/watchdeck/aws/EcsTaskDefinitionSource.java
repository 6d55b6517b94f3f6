package io.watchdeck.aws;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.fleet.TaskDefinitionSource;
import io.watchdeck.model.Reading;
import java.util.List;

/// Reads task definitions from ECS, one a call.
final class EcsTaskDefinitionSource implements TaskDefinitionSource {

    private final AwsCalls calls;
    private final TaskDefinitions definitions;

    EcsTaskDefinitionSource(AwsCalls calls, TaskDefinitions definitions) {
        this.calls = calls;
        this.definitions = definitions;
    }

    @Override
    public Reading<List<ContainerLog>> logs(String taskDefinition) {
        return calls.read(() -> definitions.read(taskDefinition).containerDefinitions().stream().map(EcsMapper::log)
                .toList());
    }
}
