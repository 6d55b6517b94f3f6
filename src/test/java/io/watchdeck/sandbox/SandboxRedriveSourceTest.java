package io.watchdeck.sandbox;

import io.watchdeck.model.Readings;
import io.watchdeck.queues.letters.RedriveSource;
import io.watchdeck.queues.letters.RedriveSourceContract;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.sandbox.jobs.SimulatedQueue;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.QueueSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class SandboxRedriveSourceTest extends RedriveSourceContract {

    @Override
    protected RedriveSource withSources(int count) {
        return source(stage(count));
    }

    @Override
    protected RedriveSource withTask(RedriveTask task) {
        return source(stage(1).change((stack, _) -> dead(stack).tellMove(task)));
    }

    @Override
    protected RedriveSource withTasks(int count) {
        return source(stage(1).change((stack, now) -> {
            for (int left = count; left > 0; left--) {
                dead(stack).redrive(OptionalInt.empty(), now - 60L * left);
                dead(stack).step(now - 60L * left + 10);
            }
        }));
    }

    @Override
    protected RedriveSource denied() {
        return source(stage(1).denied("sqs:ListMessageMoveTasks").denied("sqs:ListDeadLetterSourceQueues"));
    }

    @Override
    protected RedriveSource throttled() {
        return source(stage(1).throttled());
    }

    private static Stage stage(int sources) {
        return Stage.of(Stage.queues(Readings.names("queue", sources).stream()
                .map(name -> new QueueSpec(name, Optional.of(DEAD), Optional.empty())).toList(), List.of()));
    }

    private static SimulatedQueue dead(SimulatedStack stack) {
        return stack.queue(DEAD).orElseThrow();
    }

    private static RedriveSource source(Stage stage) {
        return stage.controls().redrives();
    }
}
