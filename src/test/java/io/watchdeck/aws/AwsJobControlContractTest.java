package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.JobControlContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsJobControlContractTest extends JobControlContract {

    private final AwsRig rig = new AwsRig();
    private final FakeBatch batch = new FakeBatch(rig.aws).queue(QUEUE);

    @AfterEach
    void close() {
        rig.close();
    }

    private Account account() {
        return new Account(rig.connector.controls(rig.access).jobs(), rig.cloud.batch().orElseThrow(), "job-1");
    }

    @Override
    protected Account failed() {
        batch.job(QUEUE, "FAILED", "stoppedAt", AwsRig.NOW.toEpochMilli(), "statusReason", "it");
        return account();
    }

    @Override
    protected Account running() {
        batch.job(QUEUE, "RUNNING");
        return account();
    }

    @Override
    protected Account denied() {
        Account account = failed();
        rig.aws.on("SubmitJob", LoopbackAws.restError(403, "AccessDeniedException", "no"));
        return account;
    }

    @Override
    protected Account throttled() {
        Account account = failed();
        rig.aws.on("SubmitJob", LoopbackAws.restError(429, "TooManyRequestsException", "Too Many Requests"));
        return account;
    }

    /// Their description does not tell all that was submitted.
    @Test
    void jobsOfOtherKindsAreRefused() {
        Account account = failed();
        for (Object[] kind : List.of(new Object[] {"arrayProperties", object("size", 20)},
                new Object[] {"arrayProperties", object("index", 3)},
                new Object[] {"nodeProperties", object("numNodes", 2, "mainNode", 0)},
                new Object[] {"eksProperties", object("podProperties", object())},
                new Object[] {"ecsProperties", object("taskProperties", List.of())})) {
            batch.described(kind);

            assertThat(refused(account.control().resubmit(QUEUE, "job-1")).sentence().key()).as("%s", kind[0])
                    .isEqualTo("failure.aws.jobKind");
        }
        assertThat(rig.aws.requests("SubmitJob")).isEmpty();
    }

    @Test
    void aNameThatDiffersInCapitalsIsAnother() {
        Account account = failed();
        batch.job(QUEUE, "SUCCEEDED", "jobName", "ANALYSIS-1").job("other", "RUNNING", "jobName", "analysis-1");

        assertThat(value(account.control().submitted(QUEUE, "job-1", Instant.EPOCH))).isEmpty();
    }

    @Test
    void anArrayOfNoneIsASingleJob() {
        Account account = failed();
        batch.described("arrayProperties", object("statusSummary", object()));

        assertThat(taken(account.control().resubmit(QUEUE, "job-1"))).hasValue("job-2");
    }
}
