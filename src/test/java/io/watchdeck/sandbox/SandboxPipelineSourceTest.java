package io.watchdeck.sandbox;

import io.watchdeck.delivery.PipelineSource;
import io.watchdeck.delivery.PipelineSourceContract;
import io.watchdeck.sandbox.world.SimulatedPipeline;
import io.watchdeck.stack.Environment;
import java.util.Optional;

class SandboxPipelineSourceTest extends PipelineSourceContract {

    @Override
    protected PipelineSource withBuild(String status) {
        return stage(Environment.TEST).change((stack, now) -> {
            SimulatedPipeline pipeline = stack.pipeline(PIPELINE).orElseThrow();
            pipeline.nameAction(SimulatedPipeline.BUILD, "build-app");
            pipeline.mark(SimulatedPipeline.BUILD, status, "exit code 1", now);
            pipeline.forget(SimulatedPipeline.DEPLOY);
        }).cloud().pipelines().orElseThrow();
    }

    @Override
    protected PipelineSource waitingForApproval() {
        return stage(Environment.PRODUCTION).change((stack, now) -> {
            SimulatedPipeline pipeline = stack.pipeline(PIPELINE).orElseThrow();
            pipeline.begin(SimulatedPipeline.APPROVAL, now);
            pipeline.forget(SimulatedPipeline.DEPLOY);
        }).cloud().pipelines().orElseThrow();
    }

    private static Stage stage(Environment environment) {
        return Stage.of(Stage.file(Stage.STACK.value(), environment, Stage.pipelines(PIPELINE), Optional.empty()));
    }

    @Override
    protected PipelineSource denied() {
        return stage(Environment.TEST).denied("codepipeline:GetPipelineState").cloud().pipelines().orElseThrow();
    }

    @Override
    protected PipelineSource throttled() {
        return stage(Environment.TEST).throttled().cloud().pipelines().orElseThrow();
    }
}
