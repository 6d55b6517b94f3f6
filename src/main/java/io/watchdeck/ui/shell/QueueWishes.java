package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// What a person may want to change of the queues of a stack, as the dialogs first show it.
public record QueueWishes(StackId stack) {

    private static final Duration DAY = Duration.ofDays(1);

    /// @param queue name of the dead-letter queue
    public Operation redrive(String queue) {
        return new Operation.Redrive(stack, queue, OptionalInt.of(Operation.Redrive.USUAL_RATE),
                OptionalInt.of(Operation.Redrive.USUAL_BOUNCES));
    }

    /// @param queue name of the dead-letter queue
    public Operation purge(String queue) {
        return new Operation.Purge(stack, queue);
    }

    /// @param queue of Batch
    public Operation resubmit(String queue, List<FailedJob> jobs) {
        return new Operation.Resubmit(stack, queue, jobs.stream().map(FailedJob::id).toList());
    }

    /// The jobs of a Batch queue that failed within a day, newest first; none where they are not known.
    public static List<FailedJob> failed(StackSnapshot.BatchQueue queue, Instant now) {
        return queue.state().state().latest().stream().flatMap(known -> known.failed().stream())
                .filter(job -> !job.stoppedAt().isBefore(now.minus(DAY))).toList();
    }
}
