package io.watchdeck.aws;

import io.watchdeck.model.Reading;
import io.watchdeck.queues.QueueSource;
import io.watchdeck.queues.QueueState;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Reads queues from SQS, one call a queue, and before the first one more for the queue's URL, which is kept.
final class SqsQueueSource implements QueueSource {

    private final AwsCalls calls;
    private final SqsQueues queues;

    SqsQueueSource(AwsCalls calls, SqsQueues queues) {
        this.calls = calls;
        this.queues = queues;
    }

    @Override
    public Map<String, Reading<QueueState>> queues(Collection<String> names) {
        return calls.each(AwsApi.GET_QUEUE_ATTRIBUTES, names, this::queue);
    }

    private QueueState queue(String name) {
        return queues.withUrl(name, url -> SqsMapper.queue(name, calls.call(AwsApi.GET_QUEUE_ATTRIBUTES,
                "queue " + name, () -> calls.clients().sqs().getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(QueueAttributeName.ALL)))
                .attributes()));
    }
}
