package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.QueueControl;
import io.watchdeck.sandbox.jobs.SimulatedQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Looks into queues of the simulated account, moves and destroys their messages.
final class SandboxQueueControl implements QueueControl {

    private static final String RECEIVE = "sqs:ReceiveMessage";
    private static final String START = "sqs:StartMessageMoveTask";
    private static final String CANCEL = "sqs:CancelMessageMoveTask";
    private static final String PURGE = "sqs:PurgeQueue";
    private static final int FASTEST = 500;

    private final SandboxAccount account;

    SandboxQueueControl(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<List<DeadLetter>> receive(String queue, Duration hidden) {
        return Answer.reading(account.request(RECEIVE, stack -> stack.queue(queue), missing(queue),
                (_, found, now) -> new Answer.Given<>(found.look(MOST, hidden, now.getEpochSecond()), now)));
    }

    @Override
    public Sent redrive(String queue, OptionalInt perSecond) {
        return Answer.sent(account.request(START, stack -> stack.queue(queue), missing(queue),
                (_, found, now) -> redrive(found, perSecond, now)));
    }

    private static Answer<Optional<String>> redrive(SimulatedQueue queue, OptionalInt perSecond, Instant now) {
        if (perSecond.isPresent() && (perSecond.getAsInt() < 1 || perSecond.getAsInt() > FASTEST)) {
            return Answer.refused("InvalidParameterValue: MaxNumberOfMessagesPerSecond must be 1 to 500", START, now);
        }
        if (queue.sources().isEmpty()) {
            return Answer.refused("InvalidParameterValue: Source queue must be configured as a Dead Letter Queue.",
                    START, now);
        }
        if (queue.isMoving()) {
            return Answer.refused("UnsupportedOperation: There is already a task running. Only one active task is "
                    + "allowed for a source queue arn at a given time.", START, now);
        }
        return Answer.done(queue.redrive(perSecond, now.getEpochSecond()), now);
    }

    @Override
    public Sent cancelRedrive(String handle) {
        return Answer.sent(account.request(CANCEL,
                stack -> stack.queues().stream().filter(queue -> queue.hasMove(handle)).findFirst(),
                Failure.notFound("message move task", account.place().region().code()),
                (_, queue, now) -> queue.cancelMove(handle) ? Answer.done(now)
                        : Answer.refused("UnsupportedOperation: Only active tasks can be cancelled.", CANCEL, now)));
    }

    @Override
    public Sent purge(String queue) {
        return Answer.sent(account.request(PURGE, stack -> stack.queue(queue), missing(queue),
                (_, found, now) -> found.purge(now.getEpochSecond()) ? Answer.done(now)
                        : Answer.refused("PurgeQueueInProgress: Only one PurgeQueue operation on " + queue
                                + " is allowed every 60 seconds.", PURGE, now)));
    }

    private Failure missing(String queue) {
        return Failure.notFound("queue " + queue, account.place().region().code());
    }
}
