package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.PipeSource;
import io.watchdeck.queues.PipeState;
import io.watchdeck.sandbox.jobs.SimulatedPipe;
import java.util.Collection;
import java.util.Map;

/// Pipes of the simulated account.
final class SandboxPipeSource implements PipeSource {

    private final SandboxAccount account;

    SandboxPipeSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<String, Reading<PipeState>> pipes(Collection<String> names) {
        return account.readEach(names, (stack, name) -> stack.pipe(name).map(SimulatedPipe::view),
                name -> Failure.notFound("pipe " + name, account.place().region().code()), "pipes:DescribePipe");
    }
}
