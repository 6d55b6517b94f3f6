package io.watchdeck.queues;

import static io.watchdeck.model.Changes.assertDenied;
import static io.watchdeck.model.Changes.assertNotFound;
import static io.watchdeck.model.Changes.assertThrottled;
import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [JobControl] keeps.
public abstract class JobControlContract {

    /// The one job queue there is.
    protected static final String QUEUE = "queue-0001";

    /// An account, as it is changed and as it is read.
    ///
    /// @param job the id of the one job that the queue has
    public record Account(JobControl control, BatchSource batch, String job) {}

    /// The queue has one job, which failed.
    protected abstract Account failed();

    /// The queue has one job, which runs.
    protected abstract Account running();

    /// Jobs may be read and not submitted; the one job failed.
    protected abstract Account denied();

    protected abstract Account throttled();

    @Test
    void theSameJobBeginsOnceMore() {
        Account account = failed();

        var id = taken(account.control.resubmit(QUEUE, account.job));

        assertThat(id).isPresent().get().asString().isNotBlank().isNotEqualTo(account.job);
        BatchQueueState queue = queue(account);
        assertThat(queue.failed()).as("the one that failed is still there")
                .extracting(BatchQueueState.FailedJob::id).containsExactly(account.job);
        assertThat(queue.jobs().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    }

    @Test
    void itMayBeSubmittedMoreThanOnce() {
        Account account = failed();

        var first = taken(account.control.resubmit(QUEUE, account.job));
        var second = taken(account.control.resubmit(QUEUE, account.job));

        assertThat(second).isNotEqualTo(first);
        assertThat(queue(account).jobs().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    }

    @Test
    void whatWouldBeSentIsToldBefore() {
        Account account = failed();

        List<JobOrder> orders = value(account.control.orders(QUEUE, List.of(account.job,
                "00000000-0000-0000-0000-000000000000")));

        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().job()).isEqualTo(account.job);
        assertThat(orders.getFirst().name()).isEqualTo(queue(account).failed().getFirst().name());
        assertThat(orders.getFirst().definition()).isNotBlank();
        assertThat(orders.getFirst().objection()).isEmpty();
        assertThat(queue(account).jobs()).as("nothing is submitted").isEqualTo(Map.of("FAILED", 1));
    }

    @Test
    void whatStandsAgainstAJobThatHasNotFailedIsTold() {
        Account account = running();

        assertThat(value(account.control.orders(QUEUE, List.of(account.job))).getFirst().objection()).isPresent();
    }

    /// However the answer to a submission was lost, this finds what came of it.
    @Test
    void theJobsOfItsNameAreToldWithTheirTimes() {
        Account account = failed();
        assertThat(value(account.control.submitted(QUEUE, account.job, Instant.EPOCH))).isEmpty();
        String first = taken(account.control.resubmit(QUEUE, account.job)).orElseThrow();
        String second = taken(account.control.resubmit(QUEUE, account.job)).orElseThrow();
        List<JobControl.Submitted> found = value(account.control.submitted(QUEUE, account.job, Instant.EPOCH));

        assertThat(found).extracting(JobControl.Submitted::id).containsExactlyInAnyOrder(first, second);
        Instant newest = found.getLast().at();
        assertThat(value(account.control.submitted(QUEUE, account.job, newest))).isNotEmpty();
        assertThat(value(account.control.submitted(QUEUE, account.job, newest.plusMillis(1)))).isEmpty();
    }

    @Test
    void aJobThatBatchNoLongerKnowsIsRefused() {
        Account account = failed();

        assertNotFound(account.control.resubmit(QUEUE, "00000000-0000-0000-0000-000000000000"));

        assertThat(queue(account).jobs()).isEqualTo(Map.of("FAILED", 1));
    }

    @Test
    void aJobThatHasNotFailedIsRefused() {
        Account account = running();

        refused(account.control.resubmit(QUEUE, account.job));

        assertThat(queue(account).jobs()).isEqualTo(Map.of("RUNNING", 1));
    }

    @Test
    void aQueueThatDoesNotExistIsRefused() {
        Account account = failed();

        refused(account.control.resubmit("no-such-queue", account.job));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        Account account = denied();

        assertDenied(account.control.resubmit(QUEUE, account.job), "batch:SubmitJob");

        assertThat(queue(account).jobs()).isEqualTo(Map.of("FAILED", 1));
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        Account account = throttled();

        assertThrottled(account.control.resubmit(QUEUE, account.job));
    }

    private static BatchQueueState queue(Account account) {
        return value(account.batch.batchQueues(List.of(QUEUE)).get(QUEUE));
    }
}
