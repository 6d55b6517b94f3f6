package io.watchdeck.sandbox;

import io.watchdeck.delivery.PipelineSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.world.SimulatedPipeline;
import java.util.Collection;
import java.util.Map;

/// Pipelines of the simulated account.
final class SandboxPipelineSource implements PipelineSource {

    private final SandboxAccount account;

    SandboxPipelineSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<String, Reading<PipelineState>> pipelines(Collection<String> names) {
        return account.readEach(names, (stack, name) -> stack.pipeline(name).map(SimulatedPipeline::view),
                name -> Failure.notFound("pipeline " + name, account.place().region().code()),
                "codepipeline:GetPipelineState");
    }
}
