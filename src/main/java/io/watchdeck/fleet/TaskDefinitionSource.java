package io.watchdeck.fleet;

import io.watchdeck.model.Reading;
import java.util.List;

/// Reads task definitions. A revision never changes: an answer holds as long as anybody wants it.
public interface TaskDefinitionSource {

    /// Where the containers log, in the order of the definition, each of them once. One that does not exist is
    /// `NOT_FOUND`.
    ///
    /// @param taskDefinition ARN of a revision, as in [ServiceState#taskDefinition()]
    Reading<List<ContainerLog>> logs(String taskDefinition);
}
