package io.watchdeck.queues;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Map;

/// Reads EventBridge pipes by name.
public interface PipeSource {

    /// Each named pipe; one that does not exist is `NOT_FOUND`.
    Map<String, Reading<PipeState>> pipes(Collection<String> names);
}
