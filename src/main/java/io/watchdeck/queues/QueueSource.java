package io.watchdeck.queues;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Map;

/// Reads queues by name.
public interface QueueSource {

    /// Each named queue; one that does not exist is `NOT_FOUND`. Every name asked has an entry.
    Map<String, Reading<QueueState>> queues(Collection<String> names);
}
