package io.watchdeck.queues.letters;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [RedriveSource] keeps.
public abstract class RedriveSourceContract {

    /// A dead-letter queue.
    protected static final String DEAD = "shared-dlq";
    protected static final String DEAD_ARN = "arn:aws:sqs:ap-northeast-2:123456789012:shared-dlq";

    /// So many queues, `queue-0001` and so on, dead-letter to [#DEAD], of which nothing was ever moved.
    protected abstract RedriveSource withSources(int count);

    /// A task of [#DEAD] which is as given. The account's number is its own.
    protected abstract RedriveSource withTask(RedriveTask task);

    /// [#DEAD] had so many tasks, one after another.
    protected abstract RedriveSource withTasks(int count);

    protected abstract RedriveSource denied();

    protected abstract RedriveSource throttled();

    @ParameterizedTest
    @ValueSource(strings = {"RUNNING", "COMPLETED", "CANCELLING", "CANCELLED", "FAILED", "PONDERING"})
    void everyTaskIsShownInAwsOwnWords(String status) {
        boolean running = status.equals("RUNNING");
        var task = new RedriveTask(running ? Optional.of("aGFuZGxl") : Optional.empty(), status, DEAD_ARN,
                Optional.empty(), OptionalInt.of(50), 12, OptionalLong.of(40),
                status.equals("FAILED") ? "AWS.SimpleQueueService.NonExistentQueue" : "",
                Instant.parse("2026-09-22T03:59:00Z"));

        RedriveTask found = value(withTask(task).redrives(DEAD)).getFirst();

        assertThat(found).usingRecursiveComparison().ignoringFields("handle", "sourceArn").isEqualTo(task);
        assertThat(found.handle().isPresent()).isEqualTo(running);
        assertThat(found.sourceArn()).endsWith(":" + DEAD);
        assertThat(found.isRunning()).isEqualTo(running);
        assertThat(found.isUnderWay()).isEqualTo(!status.matches("COMPLETED|CANCELLED|FAILED"));
    }

    @Test
    void aTaskWithoutARateIsOneWhoseRateSqsChooses() {
        var task = new RedriveTask(Optional.empty(), "COMPLETED", DEAD_ARN, Optional.empty(), OptionalInt.empty(), 40,
                OptionalLong.of(40), "", Instant.parse("2026-09-22T03:59:00Z"));

        assertThat(value(withTask(task).redrives(DEAD)).getFirst().perSecond()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11})
    void theNewestTasksComeFirst(int count) {
        assertThat(value(withTasks(count).redrives(DEAD))).hasSize(Math.min(count, RedriveSource.NEWEST))
                .isSortedAccordingTo(Comparator.comparing(RedriveTask::startedAt).reversed());
    }

    @Test
    void aQueueOfWhichNothingWasMovedHasNoTask() {
        assertThat(value(withSources(1).redrives(DEAD))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 11})
    void everyQueueThatDeadLettersHereIsNamedInOrder(int count) {
        assertThat(value(withSources(count).sources(DEAD))).containsExactlyElementsOf(names("queue", count));
    }

    @Test
    void aQueueThatIsNobodysDeadLetterQueueHasNoSources() {
        assertThat(value(withSources(1).sources("queue-0001"))).isEmpty();
    }

    @Test
    void aQueueHasTheUrlThatNamesItAndItsAccount() {
        assertThat(value(withSources(1).url(DEAD))).matches("https?://[^/]+/\\d{12}/" + DEAD);
    }

    @Test
    void aQueueThatDoesNotExistIsNotFound() {
        RedriveSource source = withSources(1);

        assertNotFound(source.redrives("no-such-queue"));
        assertNotFound(source.sources("no-such-queue"));
        assertNotFound(source.url("no-such-queue"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        RedriveSource denied = denied();

        assertDenied(denied.redrives(DEAD), "sqs:ListMessageMoveTasks", "sqs:GetQueueUrl", "sqs:GetQueueAttributes");
        assertDenied(denied.sources(DEAD), "sqs:ListDeadLetterSourceQueues", "sqs:GetQueueUrl");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        RedriveSource throttled = throttled();

        assertThrottled(throttled.redrives(DEAD));
        assertThrottled(throttled.sources(DEAD));
    }
}
