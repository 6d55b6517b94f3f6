package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The URLs of queues, by which most calls of SQS name them, and their ARNs, by which some do: one call each, kept while
/// the queue is there.
final class SqsQueues {

    private final AwsCalls calls;
    private final ConcurrentMap<String, String> urls = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> arns = new ConcurrentHashMap<>();

    SqsQueues(AwsCalls calls) {
        this.calls = calls;
    }

    /// Makes a call that needs the URL of a queue. Where there is no such queue the URL is forgotten.
    ///
    /// @throws CallFailed as the call, or when the URL cannot be read
    <T> T withUrl(String name, Function<String, T> call) {
        return with(name, url(name), call);
    }

    /// Makes a call that needs the ARN of a queue.
    ///
    /// @throws CallFailed as the call, or when the ARN cannot be read
    <T> T withArn(String name, Function<String, T> call) {
        return with(name, arn(name), call);
    }

    private <T> T with(String name, String word, Function<String, T> call) {
        try {
            return call.apply(word);
        } catch (CallFailed failed) {
            if (failed.failure().kind() == Kind.NOT_FOUND) {
                urls.remove(name);
                arns.remove(name);
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

    private String arn(String name) {
        String known = arns.get(name);
        if (known != null) {
            return known;
        }
        String arn = withUrl(name, url -> calls.call(AwsApi.GET_QUEUE_ATTRIBUTES, "queue " + name,
                () -> calls.clients().sqs().getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(QueueAttributeName.QUEUE_ARN)))
                .attributes().get(QueueAttributeName.QUEUE_ARN));
        if (arn == null) {
            throw new CallFailed(Failure.unexpected("the answer has no QueueArn")
                    .withAction(AwsApi.GET_QUEUE_ATTRIBUTES.iamAction()));
        }
        arns.put(name, arn);
        return arn;
    }
}
