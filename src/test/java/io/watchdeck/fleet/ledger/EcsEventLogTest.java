package io.watchdeck.fleet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Bookkeeping.Seen;
import io.watchdeck.fleet.ledger.EcsEventLog.FailureTold;
import io.watchdeck.fleet.ledger.EcsEventLog.TaskTold;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.fleet.ledger.PlacementFailure.Cause;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcsEventLogTest {

    /// In the form of the ECS documentation.
    private static final String TASK = """
            {"version":"0","id":"9bcdac79-b31f-4d3d-9410-fbd727c29fab","detail-type":"ECS Task State Change",
             "source":"aws.ecs","account":"111122223333","time":"2026-09-22T01:00:04Z","region":"ap-northeast-2",
             "resources":["arn:aws:ecs:ap-northeast-2:111122223333:task/shop/b99d40b3"],
             "detail":{"attachments":[],"availabilityZone":"ap-northeast-2b","capacityProviderName":"FARGATE_SPOT",
              "clusterArn":"arn:aws:ecs:ap-northeast-2:111122223333:cluster/shop","containers":[{"exitCode":143}],
              "createdAt":"2026-09-21T12:37:26.103Z","startedAt":"2026-09-21T12:38:02.5Z",
              "stoppingAt":"2026-09-22T01:00:01.1Z","desiredStatus":"STOPPED","group":"service:api",
              "lastStatus":"RUNNING","stopCode":"SpotInterruption","stoppedReason":"Your Spot Task was interrupted.",
              "taskArn":"arn:aws:ecs:ap-northeast-2:111122223333:task/shop/b99d40b3",
              "taskDefinitionArn":"arn:aws:ecs:ap-northeast-2:111122223333:task-definition/api:7","version":4}}""";
    private static final String FAILURE = """
            {"version":"0","id":"ddca6449","detail-type":"ECS Service Action","source":"aws.ecs",
             "time":"2026-09-22T01:00:36Z",
             "resources":["arn:aws:ecs:ap-northeast-2:111122223333:service/shop/api"],
             "detail":{"eventType":"ERROR","eventName":"SERVICE_TASK_PLACEMENT_FAILURE",
              "clusterArn":"arn:aws:ecs:ap-northeast-2:111122223333:cluster/shop",
              "capacityProviderArns":["arn:aws:ecs:ap-northeast-2:111122223333:capacity-provider/FARGATE_SPOT"],
              "reason":"RESOURCE:FARGATE","createdAt":"2026-09-22T01:00:35.9Z"}}""";

    @Test
    void aTaskThatChangedIsThere() {
        var told = (TaskTold) EcsEventLog.read(TASK).orElseThrow();
        Seen seen = told.seen();

        assertThat(told.cluster()).isEqualTo("shop");
        assertThat(seen.at()).isEqualTo("2026-09-22T01:00:04Z");
        assertThat(seen.task().service()).isEqualTo("api");
        assertThat(seen.task().startedAt()).contains(Instant.parse("2026-09-21T12:38:02.500Z"));
        assertThat(seen.task().stoppedAt()).isEmpty();
        assertThat(Recognition.interruption("shop", seen.task(), seen.at(), Learnt.LOG)).get().satisfies(one -> {
            assertThat(one.zone()).isEqualTo("ap-northeast-2b");
            assertThat(one.provider()).isEqualTo("FARGATE_SPOT");
            assertThat(one.at()).isEqualTo("2026-09-22T01:00:01.100Z");
            assertThat(one.stopCode()).isEqualTo("SpotInterruption");
        });
    }

    @Test
    void aTaskThatCouldNotBePlacedIsThere() {
        assertThat(EcsEventLog.read(FAILURE)).contains(new FailureTold("shop", new PlacementFailure(
                new ServiceKey("shop", "api"), "ddca6449", Instant.parse("2026-09-22T01:00:35.900Z"), Cause.CAPACITY,
                "SERVICE_TASK_PLACEMENT_FAILURE: RESOURCE:FARGATE", Learnt.LOG)));
        assertThat(EcsEventLog.read(FAILURE.replace("RESOURCE:FARGATE", "RESOURCE:MEMORY"))).get()
                .extracting(told -> ((FailureTold) told).failure().cause()).isEqualTo(Cause.RESOURCE);
        assertThat(EcsEventLog.read(FAILURE.replace("SERVICE_TASK_PLACEMENT_FAILURE", "ECS_OPERATION_THROTTLED"))).get()
                .extracting(told -> ((FailureTold) told).failure().cause()).isEqualTo(Cause.THROTTLED);
        assertThat(EcsEventLog.read(FAILURE.replace("SERVICE_TASK_PLACEMENT_FAILURE", "SERVICE_STEADY_STATE")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "plain words", "{\"source\":\"aws.ecs\"}",
            "{\"source\":\"aws.ecs\",\"detail-type\":\"ECS Task State Change\"}",
            "{\"source\":\"aws.ec2\",\"detail-type\":\"EC2 Spot Instance Interruption Warning\"}"})
    void otherLinesTellNothing(String line) {
        assertThat(EcsEventLog.read(line)).isEmpty();
    }

    @Test
    void whatIsBrokenOrOfNoServiceTellsNothing() {
        assertThat(EcsEventLog.read(TASK.replace("service:api", "family:batch"))).isEmpty();
        assertThat(EcsEventLog.read(TASK.replace("2026-09-21T12:38:02.5Z", "yesterday"))).isEmpty();
        assertThat(EcsEventLog.read(TASK.replace("aws.ecs\"", "my.app\""))).isEmpty();
    }
}
