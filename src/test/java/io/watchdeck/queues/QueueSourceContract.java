package io.watchdeck.queues;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.QueueState.RedrivePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [QueueSource] keeps.
public abstract class QueueSourceContract {

    /// Queues are `queue-0001`, `queue-0002` and so on.
    protected static final String QUEUE = "queue";

    /// So many empty standard queues that nothing empties, without redrive policy.
    protected abstract QueueSource withQueues(int count);

    /// `queue-0001` with a redrive policy to `queue-0001-dlq` after 3 receives; visibility 900 s; the dead-letter queue
    /// keeps for 14 days and holds so many visible messages.
    protected abstract QueueSource withDeadLetters(int visible);

    /// One FIFO queue, `orders.fifo`.
    protected abstract QueueSource withFifo();

    protected abstract QueueSource denied();

    protected abstract QueueSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(withQueues(1).queues(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11})
    void everyQueueAskedHasItsEntry(int count) {
        var found = withQueues(count).queues(names(QUEUE, count));

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(QUEUE, count));
        found.forEach((name, reading) -> {
            assertThat(value(reading).name()).isEqualTo(name);
            assertThat(value(reading).arn()).startsWith("arn:aws:sqs:").endsWith(":" + name);
            assertThat(value(reading).visible()).isZero();
            assertThat(value(reading).redrive()).isEmpty();
            assertThat(value(reading).fifo()).isFalse();
        });
    }

    @Test
    void theRedrivePolicyNamesTheDeadLetterQueue() {
        QueueState queue = value(withDeadLetters(27).queues(names(QUEUE, 1)).get(name(QUEUE, 1)));

        assertThat(queue.redrive()).map(RedrivePolicy::deadLetterName).hasValue("queue-0001-dlq");
        assertThat(queue.redrive()).map(RedrivePolicy::maxReceiveCount).hasValue(3);
        assertThat(queue.visibility()).isEqualTo(Duration.ofSeconds(900));
    }

    @Test
    void aDeadLetterQueueIsAQueueToo() {
        QueueState dead = value(withDeadLetters(27).queues(List.of("queue-0001-dlq")).get("queue-0001-dlq"));

        assertThat(dead.visible()).isEqualTo(27);
        assertThat(dead.retention()).isEqualTo(Duration.ofDays(14));
        assertThat(dead.redrive()).isEmpty();
    }

    @Test
    void aFifoQueueSaysSo() {
        assertThat(value(withFifo().queues(List.of("orders.fifo")).get("orders.fifo")).fifo()).isTrue();
    }

    @Test
    void aQueueThatDoesNotExistIsNotFound() {
        var found = withQueues(1).queues(List.of(name(QUEUE, 1), "no-such-queue"));

        assertThat(value(found.get(name(QUEUE, 1))).name()).isEqualTo(name(QUEUE, 1));
        assertNotFound(found.get("no-such-queue"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().queues(names(QUEUE, 1)).get(name(QUEUE, 1)), "sqs:GetQueueAttributes",
                "sqs:GetQueueUrl");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().queues(names(QUEUE, 1)).get(name(QUEUE, 1)));
    }
}
