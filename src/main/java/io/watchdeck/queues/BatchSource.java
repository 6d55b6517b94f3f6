package io.watchdeck.queues;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Map;

/// Reads AWS Batch job queues by name. Batch has no CloudWatch metrics: its jobs are counted.
public interface BatchSource {

    /// Each named job queue; one that does not exist is `NOT_FOUND`.
    Map<String, Reading<BatchQueueState>> batchQueues(Collection<String> names);
}
