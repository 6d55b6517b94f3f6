package io.watchdeck.sandbox;

import io.watchdeck.model.Readings;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.queues.BatchSource;
import io.watchdeck.queues.BatchSourceContract;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import java.util.List;

class SandboxBatchSourceTest extends BatchSourceContract {

    @Override
    protected BatchSource withQueues(int count) {
        return queues(count).cloud().batch().orElseThrow();
    }

    private static Stage queues(int count) {
        return Stage.of(Stage.queues(List.of(), Readings.names(QUEUE, count)));
    }

    @Override
    protected BatchSource withJobs(int running, int failed) {
        return queues(1).change((stack, now) -> {
            SimulatedBatchQueue queue = stack.batchQueue(Readings.name(QUEUE, 1)).orElseThrow();
            for (int index = 0; index < running; index++) {
                queue.run("job-" + index, now, 600);
            }
            for (int index = 0; index < failed; index++) {
                queue.fail("failed-" + index, SimulatedBatchQueue.CONTAINER_EXITED, now - 60L * (index % 2 + index));
            }
        }).cloud().batch().orElseThrow();
    }

    @Override
    protected BatchSource withJobInStatus(String status) {
        return queues(1).change((stack, _) -> stack.batchQueue(Readings.name(QUEUE, 1)).orElseThrow().stand(status))
                .cloud().batch().orElseThrow();
    }

    @Override
    protected BatchSource inHealth(Health health) {
        return queues(1).change((stack, _) -> stack.batchQueue(Readings.name(QUEUE, 1)).orElseThrow().report(health))
                .cloud().batch().orElseThrow();
    }

    @Override
    protected BatchSource denied() {
        return queues(1).denied("batch:ListJobs").cloud().batch().orElseThrow();
    }

    @Override
    protected BatchSource throttled() {
        return queues(1).throttled().cloud().batch().orElseThrow();
    }
}
