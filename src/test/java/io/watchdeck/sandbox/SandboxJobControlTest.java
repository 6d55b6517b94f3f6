package io.watchdeck.sandbox;

import io.watchdeck.queues.JobControlContract;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import java.util.List;

class SandboxJobControlTest extends JobControlContract {

    @Override
    protected Account failed() {
        return account(stage());
    }

    /// One job, which failed.
    private static Stage stage() {
        return empty().change((stack, now) -> stack.batchQueue(QUEUE).orElseThrow().fail("analysis-job-1",
                SimulatedBatchQueue.CONTAINER_EXITED, now - 60));
    }

    private static Stage empty() {
        return Stage.of(Stage.queues(List.of(), List.of(QUEUE)));
    }

    @Override
    protected Account running() {
        String[] job = {""};
        Stage stage = empty().change((stack, now) -> job[0] = stack.batchQueue(QUEUE).orElseThrow()
                .run("analysis-job-1", now, 600));
        return new Account(stage.controls().jobs(), stage.cloud().batch().orElseThrow(), job[0]);
    }

    @Override
    protected Account denied() {
        return account(stage().denied("batch:SubmitJob"));
    }

    @Override
    protected Account throttled() {
        return account(stage().throttled());
    }

    private static Account account(Stage stage) {
        String[] job = {""};
        stage.change((stack, _) -> job[0] = stack.batchQueue(QUEUE).orElseThrow().view().failed().getFirst().id());
        return new Account(stage.controls().jobs(), stage.cloud().batch().orElseThrow(), job[0]);
    }
}
