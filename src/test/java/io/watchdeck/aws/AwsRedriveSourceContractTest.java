package io.watchdeck.aws;

import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.letters.RedriveSource;
import io.watchdeck.queues.letters.RedriveSourceContract;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.refresh.ApiCall;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsRedriveSourceContractTest extends RedriveSourceContract {

    private final AwsRig rig = new AwsRig();
    private final FakeSqs sqs = new FakeSqs(rig.aws).queue(DEAD, 0);
    private final FakeLetters letters = new FakeLetters(rig.aws, sqs);

    @AfterEach
    void close() {
        rig.close();
    }

    private RedriveSource source() {
        return rig.connector.controls(rig.access).redrives();
    }

    @Override
    protected RedriveSource withSources(int count) {
        names("queue", count).forEach(name -> sqs.source(name, DEAD));
        return source();
    }

    @Override
    protected RedriveSource withTask(RedriveTask task) {
        letters.task(DEAD, "TaskHandle", task.handle().orElse(null), "Status", task.status(),
                "MaxNumberOfMessagesPerSecond", task.perSecond().isPresent() ? task.perSecond().getAsInt() : null,
                "ApproximateNumberOfMessagesMoved", task.moved(), "ApproximateNumberOfMessagesToMove",
                task.toMove().orElseThrow(), "FailureReason", task.reason().isEmpty() ? null : task.reason(),
                "StartedTimestamp", task.startedAt().toEpochMilli());
        return source();
    }

    @Override
    protected RedriveSource withTasks(int count) {
        for (int minutes = count; minutes > 0; minutes--) {
            letters.task(DEAD, "Status", "COMPLETED", "ApproximateNumberOfMessagesMoved", 1, "StartedTimestamp",
                    AwsRig.NOW.minusSeconds(60L * minutes).toEpochMilli());
        }
        return source();
    }

    @Override
    protected RedriveSource denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException", "no"));
    }

    @Override
    protected RedriveSource throttled() {
        return failing(LoopbackAws.jsonError(403, "RequestThrottled", "Request is throttled."));
    }

    private RedriveSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("ListMessageMoveTasks", answer).on("ListDeadLetterSourceQueues", answer);
        return source();
    }

    @Test
    void whatNamesTheQueueIsKept() {
        withTasks(1);

        source().redrives(DEAD);
        source().redrives(DEAD);
        source().sources(DEAD);
        rig.cloud.queues().queues(List.of(DEAD));

        assertThat(rig.metered).extracting(ApiCall::operation).containsExactly("GetQueueUrl", "GetQueueAttributes",
                "ListMessageMoveTasks", "ListMessageMoveTasks", "ListDeadLetterSourceQueues", "GetQueueAttributes");
    }

    @Test
    void aTaskWithoutCountsHasMovedNothingAndDoesNotSayHowMuch() {
        letters.task(DEAD, "Status", "RUNNING");

        RedriveTask task = value(source().redrives(DEAD)).getFirst();

        assertThat(task.moved()).isZero();
        assertThat(task.toMove()).isEmpty();
    }
}
