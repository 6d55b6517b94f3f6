package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchSource;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import java.util.Collection;
import java.util.Map;

/// Batch job queues of the simulated account.
final class SandboxBatchSource implements BatchSource {

    private final SandboxAccount account;

    SandboxBatchSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<String, Reading<BatchQueueState>> batchQueues(Collection<String> names) {
        return account.readEach(names, (stack, name) -> stack.batchQueue(name).map(SimulatedBatchQueue::view),
                name -> Failure.notFound("job queue " + name, account.place().region().code()), "batch:ListJobs");
    }
}
