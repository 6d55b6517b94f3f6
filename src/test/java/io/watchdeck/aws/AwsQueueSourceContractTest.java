package io.watchdeck.aws;

import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;

import io.watchdeck.queues.QueueSource;
import io.watchdeck.queues.QueueSourceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsQueueSourceContractTest extends QueueSourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected QueueSource withQueues(int count) {
        var sqs = new FakeSqs(rig.aws);
        names(QUEUE, count).forEach(name -> sqs.queue(name, 0));
        return rig.cloud.queues();
    }

    @Override
    protected QueueSource withDeadLetters(int visible) {
        new FakeSqs(rig.aws).queue(name(QUEUE, 1), 0, "RedrivePolicy", "{\"deadLetterTargetArn\":"
                + "\"arn:aws:sqs:ap-northeast-2:123456789012:queue-0001-dlq\",\"maxReceiveCount\":\"3\"}")
                .queue("queue-0001-dlq", visible);
        return rig.cloud.queues();
    }

    @Override
    protected QueueSource withFifo() {
        new FakeSqs(rig.aws).queue("orders.fifo", 0, "FifoQueue", "true");
        return rig.cloud.queues();
    }

    @Override
    protected QueueSource denied() {
        return failing(LoopbackAws.jsonError(403, "AccessDenied", "Access to the resource is denied."));
    }

    @Override
    protected QueueSource throttled() {
        return failing(LoopbackAws.jsonError(403, "RequestThrottled", "Request is throttled."));
    }

    private QueueSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("GetQueueUrl", answer).on("GetQueueAttributes", answer);
        return rig.cloud.queues();
    }
}
