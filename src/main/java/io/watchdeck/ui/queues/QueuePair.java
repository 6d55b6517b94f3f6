package io.watchdeck.ui.queues;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.StackId;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.QueueState;
import io.watchdeck.ui.shell.QueueWishes;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.BatchQueue;
import io.watchdeck.watch.StackSnapshot.DeadLetters;
import io.watchdeck.watch.StackSnapshot.Pipe;
import io.watchdeck.watch.StackSnapshot.Queue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A queue with its dead-letter queue and what is behind it.
record QueuePair(StackSnapshot stack, Queue queue) {

    /// @param queue name
    record Key(StackId stack, String queue) {
        @Override
        public String toString() {
            return stack + "/" + queue;
        }
    }

    static List<QueuePair> of(StackSnapshot stack) {
        return stack.queues().stream().map(queue -> new QueuePair(stack, queue)).toList();
    }

    Key key() {
        return new Key(stack.file().id(), name());
    }

    String name() {
        return queue.spec().name();
    }

    Optional<QueueState> state() {
        return queue.state().state().latest();
    }

    Optional<String> deadLetterQueue() {
        return queue.deadLetters().map(DeadLetters::name);
    }

    Optional<QueueState> deadLetters() {
        return queue.deadLetters().flatMap(dead -> dead.state().state().latest());
    }

    /// How many dead letters there are, those that a look hides included; empty where that is not known.
    Optional<Long> depth() {
        return deadLetters().map(dead -> dead.visible() + dead.inFlight() + dead.delayed());
    }

    /// The pipe that the stack file names, and those that say so themselves; of a stack with one queue all of them.
    List<Pipe> pipes() {
        return stack.pipes().stream().filter(pipe -> queue.spec().pipe().filter(pipe.name()::equals).isPresent()
                || stack.queues().size() == 1
                || pipe.state().state().latest().filter(it -> it.sourceArn().endsWith(":" + name())).isPresent())
                .toList();
    }

    /// Those that its pipes submit to; of a stack with one queue all of them.
    List<BatchQueue> batchQueues() {
        return stack.batchQueues().stream().filter(batch -> stack.queues().size() == 1
                || pipes().stream().flatMap(pipe -> pipe.state().state().latest().stream())
                        .anyMatch(pipe -> pipe.targetArn().endsWith("job-queue/" + batch.name())))
                .toList();
    }

    /// Everything that an alarm about this pair may be on.
    List<ComponentId> parts() {
        var all = new ArrayList<ComponentId>();
        all.add(new ComponentId(ComponentKind.QUEUE, name()));
        deadLetterQueue().ifPresent(dead -> all.add(new ComponentId(ComponentKind.QUEUE, dead)));
        pipes().forEach(pipe -> all.add(new ComponentId(ComponentKind.PIPE, pipe.name())));
        batchQueues().forEach(batch -> all.add(new ComponentId(ComponentKind.BATCH_QUEUE, batch.name())));
        return all;
    }

    /// Jobs that failed within a day, newest first, of the first Batch queue with any.
    Optional<Failed> failedJobs(Instant now) {
        return batchQueues().stream().map(batch -> new Failed(batch.name(), QueueWishes.failed(batch, now)))
                .filter(one -> !one.jobs().isEmpty()).findFirst();
    }

    /// @param queue of Batch
    record Failed(String queue, List<FailedJob> jobs) {}
}
