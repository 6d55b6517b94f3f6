package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.DEFINITION;
import static io.watchdeck.operations.Entries.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.queues.JobOrder;
import io.watchdeck.queues.JobOrder.Option;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepTest {

    private static final String UPDATE =
            "aws ecs update-service --cluster tiketi-cluster-prod --service tiketi-backend-service";

    static Stream<Arguments> steps() {
        List<CapacityShare> strategy =
                List.of(new CapacityShare("FARGATE_SPOT", 70, 0), new CapacityShare("FARGATE", 30, 1));
        return Stream.of(
                arguments(new Step.Update(SERVICE, ServiceChange.desired(9)), UPDATE + " --desired-count 9"),
                arguments(new Step.Update(SERVICE, ServiceChange.desired(0)), UPDATE + " --desired-count 0"),
                arguments(new Step.Update(SERVICE, ServiceChange.taskDefinition(DEFINITION)),
                        UPDATE + " --task-definition " + DEFINITION),
                arguments(new Step.Update(SERVICE, ServiceChange.newDeployment()), UPDATE + " --force-new-deployment"),
                arguments(new Step.Update(SERVICE, ServiceChange.strategy(strategy, false)), UPDATE
                        + " --capacity-provider-strategy capacityProvider=FARGATE_SPOT,weight=70"
                        + " capacityProvider=FARGATE,weight=30,base=1"),
                arguments(new Step.Update(SERVICE, ServiceChange.strategy(strategy.subList(0, 1), true)), UPDATE
                        + " --capacity-provider-strategy capacityProvider=FARGATE_SPOT,weight=70"
                        + " --force-new-deployment"),
                arguments(new Step.Update(SERVICE,
                        new ServiceChange(OptionalInt.of(3), Optional.of("backend:87"), Optional.of(strategy), true)),
                        UPDATE + " --desired-count 3 --task-definition backend:87"
                                + " --capacity-provider-strategy capacityProvider=FARGATE_SPOT,weight=70"
                                + " capacityProvider=FARGATE,weight=30,base=1 --force-new-deployment"),
                arguments(new Step.SetRange(SERVICE, new Range(2, 12)),
                        "aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id "
                                + "service/tiketi-cluster-prod/tiketi-backend-service --scalable-dimension "
                                + "ecs:service:DesiredCount --min-capacity 2 --max-capacity 12"),
                arguments(new Step.StopTask("tiketi-cluster-prod", "arn:task/1", "Watchdeck, sora: it's stuck"),
                        "aws ecs stop-task --cluster tiketi-cluster-prod --task arn:task/1 --reason "
                                + "'Watchdeck, sora: it'\\''s stuck'"),
                arguments(new Step.StopDeployment("arn:deployment"),
                        "aws ecs stop-service-deployment --service-deployment-arn arn:deployment"
                                + " --stop-type ROLLBACK"),
                arguments(new Step.StartRedrive("dlq", "arn:dlq", OptionalInt.empty()),
                        "aws sqs start-message-move-task --source-arn arn:dlq"),
                arguments(new Step.StartRedrive("dlq", "arn:dlq", OptionalInt.of(10)),
                        "aws sqs start-message-move-task --source-arn arn:dlq"
                                + " --max-number-of-messages-per-second 10"),
                arguments(new Step.CancelRedrive("aGFuZGxl=="),
                        "aws sqs cancel-message-move-task --task-handle aGFuZGxl=="),
                arguments(new Step.Purge("q", "https://sqs.ap-northeast-2.amazonaws.com/1/q"),
                        "aws sqs purge-queue --queue-url https://sqs.ap-northeast-2.amazonaws.com/1/q"),
                arguments(new Step.Resubmit("jobs", new JobOrder("4c5e", "analysis-1", "arn:job-definition/analysis:3",
                        List.of(new Option("parameters", "{\"image\":\"a b\"}"), new Option("shareIdentifier", "x"),
                                new Option("containerOverrides", "{\"command\":[\"echo\",\"it's\"]}")),
                        Optional.empty())),
                        "# 4c5e\naws batch submit-job --job-name analysis-1 --job-queue jobs"
                                + " --job-definition arn:job-definition/analysis:3 --parameters '{\"image\":\"a b\"}'"
                                + " --share-identifier x"
                                + " --container-overrides '{\"command\":[\"echo\",\"it'\\''s\"]}'"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void isShownAsTheCommandThatSendsTheSame(Step step, String command) {
        assertThat(step.request().command(List.of())).isEqualTo(command);
    }
}
