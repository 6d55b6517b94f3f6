package io.watchdeck.queues.letters;

import io.watchdeck.model.Reading;
import java.util.List;

/// Reads the message move tasks of a dead-letter queue, whoever started them.
public interface RedriveSource {

    /// As many as SQS tells.
    int NEWEST = 10;

    /// The newest first.
    ///
    /// @param queue name of the dead-letter queue
    Reading<List<RedriveTask>> redrives(String queue);

    /// Names of the queues whose dead letters come here, in order.
    ///
    /// @param queue name of the dead-letter queue
    Reading<List<String>> sources(String queue);

    /// The URL by which requests name a queue, as `sqs:GetQueueUrl` tells it: behind an endpoint of one's own it is not the
    /// one that AWS builds.
    ///
    /// @param queue name
    Reading<String> url(String queue);
}
