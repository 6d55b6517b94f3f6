package io.watchdeck.sandbox;

import io.watchdeck.queues.PipeSource;
import io.watchdeck.queues.PipeSourceContract;
import io.watchdeck.stack.QueueSpec;
import java.util.List;
import java.util.Optional;

class SandboxPipeSourceTest extends PipeSourceContract {

    private static Stage stage() {
        return Stage.of(Stage.queues(List.of(new QueueSpec("jobs", Optional.empty(), Optional.of(PIPE))),
                List.of("workers")));
    }

    @Override
    protected PipeSource withState(String state, String reason) {
        return stage().change((stack, _) -> stack.pipe(PIPE).orElseThrow().change(state, reason)).cloud().pipes()
                .orElseThrow();
    }

    @Override
    protected PipeSource denied() {
        return stage().denied("pipes:DescribePipe").cloud().pipes().orElseThrow();
    }

    @Override
    protected PipeSource throttled() {
        return stage().throttled().cloud().pipes().orElseThrow();
    }
}
