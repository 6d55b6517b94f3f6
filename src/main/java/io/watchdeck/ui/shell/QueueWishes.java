package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// What a person may want to change of dead letters and failed jobs, as its dialogs first show it.
public final class QueueWishes {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int USUAL_RATE = 10;
    private static final int USUAL_BOUNCES = 5;

    private QueueWishes() {}

    /// Moves the messages of a dead-letter queue back, slowly, and ends when some have come back.
    public static Operation redrive(StackId stack, String deadLetterQueue) {
        return new Operation.Redrive(stack, deadLetterQueue, OptionalInt.of(USUAL_RATE),
                OptionalInt.of(USUAL_BOUNCES));
    }

    public static Operation purge(StackId stack, String deadLetterQueue) {
        return new Operation.Purge(stack, deadLetterQueue);
    }

    /// @param queue of Batch
    public static Operation resubmit(StackId stack, String queue, List<FailedJob> jobs) {
        return new Operation.Resubmit(stack, queue, jobs.stream().map(FailedJob::id).toList());
    }

    /// The jobs of a Batch queue that failed within a day, newest first; none where they are not known.
    public static List<FailedJob> failed(StackSnapshot.BatchQueue queue, Instant now) {
        return queue.state().state().latest().stream().flatMap(known -> known.failed().stream())
                .filter(job -> !job.stoppedAt().isBefore(now.minus(DAY))).toList();
    }
}
