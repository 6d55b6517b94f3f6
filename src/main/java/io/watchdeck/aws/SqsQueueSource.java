package io.watchdeck.aws;

import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.QueueSource;
import io.watchdeck.queues.QueueState;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Reads queues from SQS, one call a queue, and before the first one more for the queue's URL, which is kept.
final class SqsQueueSource implements QueueSource {

    private final AwsCalls calls;
    private final ConcurrentMap<String, String> urls = new ConcurrentHashMap<>();

    SqsQueueSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, Reading<QueueState>> queues(Collection<String> names) {
        return calls.each(AwsApi.GET_QUEUE_ATTRIBUTES, names, this::queue);
    }

    private QueueState queue(String name) {
        String url = url(name);
        try {
            GetQueueAttributesResponse answer = calls.call(AwsApi.GET_QUEUE_ATTRIBUTES, "queue " + name,
                    () -> calls.clients().sqs().getQueueAttributes(request -> request.queueUrl(url)
                            .attributeNames(QueueAttributeName.ALL)));
            return SqsMapper.queue(name, answer.attributes());
        } catch (CallFailed failed) {
            if (failed.failure().kind() == Kind.NOT_FOUND) {
                urls.remove(name);
            }
            throw failed;
        }
    }

    private String url(String name) {
        String known = urls.get(name);
        if (known != null) {
            return known;
        }
        String url = calls.call(AwsApi.GET_QUEUE_URL, "queue " + name,
                () -> calls.clients().sqs().getQueueUrl(request -> request.queueName(name))).queueUrl();
        urls.put(name, url);
        return url;
    }
}
