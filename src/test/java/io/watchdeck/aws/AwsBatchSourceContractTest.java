package io.watchdeck.aws;

import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;

import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.queues.BatchSource;
import io.watchdeck.queues.BatchSourceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsBatchSourceContractTest extends BatchSourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected BatchSource withQueues(int count) {
        var batch = new FakeBatch(rig.aws);
        names(QUEUE, count).forEach(batch::queue);
        return rig.cloud.batch().orElseThrow();
    }

    @Override
    protected BatchSource withJobs(int running, int failed) {
        var batch = new FakeBatch(rig.aws).queue(name(QUEUE, 1));
        for (int index = 0; index < running; index++) {
            batch.job(name(QUEUE, 1), "RUNNING", "startedAt", AwsRig.NOW.minusSeconds(60).toEpochMilli());
        }
        for (int index = 0; index < failed; index++) {
            batch.job(name(QUEUE, 1), "FAILED", "stoppedAt", AwsRig.NOW.minusSeconds(60L * (index % 2 + index))
                    .toEpochMilli(), "statusReason", "Essential container in task exited");
        }
        return rig.cloud.batch().orElseThrow();
    }

    /// A filter by a status that is new cannot be asked: the job is met where it was last.
    @Override
    protected BatchSource withJobInStatus(String status) {
        new FakeBatch(rig.aws).queue(name(QUEUE, 1)).job(name(QUEUE, 1), "RUNNABLE", "status", status);
        return rig.cloud.batch().orElseThrow();
    }

    @Override
    protected BatchSource inHealth(Health health) {
        new FakeBatch(rig.aws).queue(name(QUEUE, 1), "state", health.state(), "status", health.status(),
                "statusReason", health.reason());
        return rig.cloud.batch().orElseThrow();
    }

    @Override
    protected BatchSource denied() {
        return failing(LoopbackAws.restError(403, "AccessDeniedException", "User is not authorized"));
    }

    @Override
    protected BatchSource throttled() {
        return failing(LoopbackAws.restError(429, "TooManyRequestsException", "Too Many Requests"));
    }

    private BatchSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("DescribeJobQueues", answer);
        return rig.cloud.batch().orElseThrow();
    }
}
