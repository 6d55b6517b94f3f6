package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import io.watchdeck.queues.PipeSource;
import io.watchdeck.queues.PipeSourceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsPipeSourceContractTest extends PipeSourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected PipeSource withState(String state, String reason) {
        String account = ":ap-northeast-2:123456789012:";
        rig.aws.serve("DescribePipe", request -> request.path().equals("/v1/pipes/" + PIPE)
                ? LoopbackAws.status(200, "application/json", Wire.json(object("Arn",
                        "arn:aws:pipes" + account + "pipe/" + PIPE, "Name", PIPE, "DesiredState", "RUNNING",
                        "CurrentState", state, "StateReason", reason.isEmpty() ? null : reason, "Source",
                        "arn:aws:sqs" + account + "jobs", "Target", "arn:aws:batch" + account + "job-queue/workers",
                        "RoleArn", "arn:aws:iam::123456789012:role/pipe", "CreationTime", 1758500000.5)))
                : LoopbackAws.restError(404, "NotFoundException", "Pipe no-such-pipe does not exist."));
        return rig.cloud.pipes().orElseThrow();
    }

    @Override
    protected PipeSource denied() {
        return failing(LoopbackAws.restError(403, "AccessDeniedException", "User is not authorized"));
    }

    @Override
    protected PipeSource throttled() {
        return failing(LoopbackAws.restError(429, "ThrottlingException", "Rate exceeded"));
    }

    private PipeSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("DescribePipe", answer);
        return rig.cloud.pipes().orElseThrow();
    }
}
