package io.watchdeck.aws;

import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.QueueControl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;

/// Receives, moves and destroys messages of SQS. What a call needs to name a queue is read before and kept.
final class SqsQueueControl implements QueueControl {

    /// Of message attributes, whose names anybody may choose.
    private static final String ALL = "All";

    private final AwsCalls calls;
    private final SqsQueues queues;

    SqsQueueControl(AwsCalls calls, SqsQueues queues) {
        this.calls = calls;
        this.queues = queues;
    }

    @Override
    public Reading<List<DeadLetter>> receive(String queue, Duration hidden) {
        return calls.read(() -> queues.withUrl(queue, url -> LetterMapper.letters(calls.once(AwsApi.RECEIVE_MESSAGE,
                "queue " + queue, () -> calls.clients().sqs().receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(MOST).visibilityTimeout(Math.toIntExact(hidden.toSeconds()))
                        .waitTimeSeconds(0).messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames(ALL))))));
    }

    @Override
    public Sent redrive(String queue, OptionalInt perSecond) {
        return calls.change(() -> queues.withArn(queue, arn -> {
            var request = StartMessageMoveTaskRequest.builder().sourceArn(arn);
            perSecond.ifPresent(request::maxNumberOfMessagesPerSecond);
            return calls.change(AwsApi.START_MESSAGE_MOVE_TASK, "queue " + queue,
                    () -> calls.clients().sqs().startMessageMoveTask(request.build()),
                    answer -> AwsCalls.named(AwsApi.START_MESSAGE_MOVE_TASK, answer.taskHandle()));
        }));
    }

    @Override
    public Sent cancelRedrive(String handle) {
        return calls.change(AwsApi.CANCEL_MESSAGE_MOVE_TASK, "message move task",
                () -> calls.clients().sqs().cancelMessageMoveTask(request -> request.taskHandle(handle)),
                _ -> Optional.empty());
    }

    @Override
    public Sent purge(String queue) {
        return calls.change(() -> queues.withUrl(queue, url -> calls.change(AwsApi.PURGE_QUEUE, "queue " + queue,
                () -> calls.clients().sqs().purgeQueue(request -> request.queueUrl(url)), _ -> Optional.empty())));
    }
}
