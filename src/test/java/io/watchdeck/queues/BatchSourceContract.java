package io.watchdeck.queues;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [BatchSource] keeps.
public abstract class BatchSourceContract {

    /// Job queues are `jobs-0001`, `jobs-0002` and so on.
    protected static final String QUEUE = "jobs";

    /// So many job queues without jobs.
    protected abstract BatchSource withQueues(int count);

    /// `jobs-0001` with so many running and so many failed jobs, the failed ones stopped at different instants with the
    /// reason "Essential container in task exited".
    protected abstract BatchSource withJobs(int running, int failed);

    /// `jobs-0001` with one job in this status.
    protected abstract BatchSource withJobInStatus(String status);

    /// `jobs-0001` without jobs, in this health.
    protected abstract BatchSource inHealth(Health health);

    protected abstract BatchSource denied();

    protected abstract BatchSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(withQueues(1).batchQueues(List.of())).isEmpty();
    }

    @Test
    void everyQueueAskedHasItsEntry() {
        var found = withQueues(3).batchQueues(names(QUEUE, 3));

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(QUEUE, 3));
        found.forEach((name, reading) -> {
            assertThat(value(reading).name()).isEqualTo(name);
            assertThat(value(reading).count("RUNNING")).isZero();
            assertThat(value(reading).failed()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101, 1000, 1001})
    void jobsAreCountedOverAllPages(int count) {
        BatchQueueState queue = read(withJobs(count, 2));

        assertThat(queue.count("RUNNING")).isEqualTo(count);
        assertThat(queue.count("FAILED")).isEqualTo(2);
    }

    @Test
    void failedJobsTellWhyNewestFirst() {
        BatchQueueState queue = read(withJobs(0, 3));

        assertThat(queue.failed()).hasSize(3)
                .isSortedAccordingTo(Comparator.comparing(FailedJob::stoppedAt).reversed())
                .allMatch(job -> job.reason().equals("Essential container in task exited"));
        assertThat(queue.failed()).extracting(FailedJob::id).doesNotHaveDuplicates();
    }

    @Test
    void aStatusOfAJobThatNobodyKnowsYetIsCountedAsItIs() {
        BatchQueueState queue = read(withJobInStatus("MEDITATING"));

        assertThat(queue.count("MEDITATING")).isEqualTo(1);
        assertThat(queue.count("RUNNING")).isZero();
    }

    @Test
    void aQueueThatDoesNotWorkTellsWhyInAwsOwnWords() {
        var invalid = new Health("DISABLED", "INVALID", "The compute environment is gone");
        var unheard = new Health("SLEEPING", "DREAMING", "Shh");

        assertThat(read(inHealth(invalid)).health()).isEqualTo(invalid);
        assertThat(read(inHealth(unheard)).health()).as("words that nobody knows yet").isEqualTo(unheard);
    }

    @Test
    void aQueueThatDoesNotExistIsNotFound() {
        assertNotFound(withQueues(1).batchQueues(List.of("no-such-queue")).get("no-such-queue"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().batchQueues(names(QUEUE, 1)).get(name(QUEUE, 1)), "batch:ListJobs",
                "batch:DescribeJobQueues");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().batchQueues(names(QUEUE, 1)).get(name(QUEUE, 1)));
    }

    private static BatchQueueState read(BatchSource source) {
        return value(source.batchQueues(names(QUEUE, 1)).get(name(QUEUE, 1)));
    }
}
