package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.QueueSource;
import io.watchdeck.queues.QueueState;
import io.watchdeck.sandbox.jobs.SimulatedQueue;
import java.util.Collection;
import java.util.Map;

/// Queues of the simulated account.
final class SandboxQueueSource implements QueueSource {

    private final SandboxAccount account;

    SandboxQueueSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<String, Reading<QueueState>> queues(Collection<String> names) {
        return account.readEach(names, (stack, name) -> stack.queue(name).map(SimulatedQueue::view),
                name -> Failure.notFound("queue " + name, account.place().region().code()), "sqs:GetQueueAttributes");
    }
}
