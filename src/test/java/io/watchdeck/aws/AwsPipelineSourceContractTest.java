package io.watchdeck.aws;

import static io.watchdeck.aws.FakePipelines.action;
import static io.watchdeck.aws.FakePipelines.neverRan;

import io.watchdeck.delivery.PipelineSource;
import io.watchdeck.delivery.PipelineSourceContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsPipelineSourceContractTest extends PipelineSourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected PipelineSource withBuild(String status) {
        new FakePipelines(rig.aws)
                .stage(PIPELINE, "Source", "Succeeded", List.of(action("source", "Succeeded", 0)))
                .stage(PIPELINE, "Build", status, List.of(action("lint", "Succeeded", 30),
                        action("build-app", status, 60.25, "summary", "exit code 1", "percentComplete", 100)))
                .stage(PIPELINE, "Deploy", "", List.of(neverRan("deploy-to-ecs")));
        return rig.cloud.pipelines().orElseThrow();
    }

    @Override
    protected PipelineSource waitingForApproval() {
        new FakePipelines(rig.aws)
                .stage(PIPELINE, "Source", "Succeeded", List.of(action("source", "Succeeded", 0)))
                .stage(PIPELINE, "Build", "Succeeded", List.of(action("build-app", "Succeeded", 60)))
                .stage(PIPELINE, "Approval", "InProgress", List.of(action("approve-production", "InProgress", 90,
                        "token", "1a2b3c4d-573f-4ea7-a67E-XAMPLETOKEN")))
                .stage(PIPELINE, "Deploy", "", List.of(neverRan("deploy-to-ecs")));
        return rig.cloud.pipelines().orElseThrow();
    }

    @Override
    protected PipelineSource denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException", "not authorized"));
    }

    @Override
    protected PipelineSource throttled() {
        return failing(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));
    }

    private PipelineSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("GetPipelineState", answer);
        return rig.cloud.pipelines().orElseThrow();
    }
}
