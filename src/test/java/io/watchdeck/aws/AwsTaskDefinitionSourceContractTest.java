package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.fleet.TaskDefinitionSourceContract;
import io.watchdeck.refresh.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsTaskDefinitionSourceContractTest extends TaskDefinitionSourceContract {

    private static final String ARN = "arn:aws:ecs:ap-northeast-2:123456789012:task-definition/app:7";

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected Defined logging() {
        return with(List.of(object("name", "app", "logConfiguration", logs("awslogs", object("awslogs-group", GROUP,
                "awslogs-region", "ap-northeast-2", "awslogs-stream-prefix", "app")))));
    }

    @Override
    protected Defined silent() {
        return with(List.of(object("name", "app")));
    }

    @Override
    protected Defined denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException", "not authorized"));
    }

    @Override
    protected Defined throttled() {
        return failing(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));
    }

    @Test
    void anotherDriverHasItsNameAndNoGroup() {
        Defined fire = with(List.of(object("name", "app", "logConfiguration", logs("awsfirelens",
                object("awslogs-group", "not its own", "Name", "cloudwatch"))),
                object("name", "router", "logConfiguration", logs("awslogs", object("awslogs-group", "/ecs/router")))));

        assertThat(value(fire.source().logs(fire.arn()))).containsExactly(
                new ContainerLog("app", "awsfirelens", Optional.empty(), Optional.empty(), Optional.empty()),
                new ContainerLog("router", "awslogs", Optional.of("/ecs/router"), Optional.empty(), Optional.empty()));
        assertThat(rig.metered).extracting(ApiCall::operation).containsExactly("DescribeTaskDefinition");
    }

    private static Map<String, Object> logs(String driver, Map<String, Object> options) {
        return object("logDriver", driver, "options", options);
    }

    private Defined with(List<Map<String, Object>> containers) {
        rig.aws.serve("DescribeTaskDefinition",
                request -> Wire.parse(request.body()).path("taskDefinition").asText().equals(ARN)
                        ? LoopbackAws.json(Wire.json(object("taskDefinition",
                                object("taskDefinitionArn", ARN, "containerDefinitions", containers))))
                        : LoopbackAws.jsonError(400, "ClientException", "Unable to describe task definition."));
        return defined();
    }

    private Defined failing(LoopbackAws.Answer answer) {
        rig.aws.on("DescribeTaskDefinition", answer);
        return defined();
    }

    private Defined defined() {
        return new Defined(rig.cloud.definitions().orElseThrow(), ARN);
    }
}
