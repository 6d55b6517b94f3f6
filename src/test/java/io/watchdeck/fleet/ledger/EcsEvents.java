package io.watchdeck.fleet.ledger;

import java.time.Instant;

/// Events of ECS as EventBridge puts them into a log group.
public final class EcsEvents {

    private static final String ARN = "arn:aws:ecs:eu-west-1:111111111111:";

    private EcsEvents() {}

    private static String event(String cluster, String service, String task, Instant time, String more) {
        return """
                {"version":"0","id":"%s-%d","detail-type":"ECS Task State Change","source":"aws.ecs",\
                "account":"111111111111","time":"%s","region":"eu-west-1","resources":[],\
                "detail":{"clusterArn":"%scluster/%s","taskArn":"%stask/%s/%s","group":"service:%s",\
                "taskDefinitionArn":"%stask-definition/%s:7","capacityProviderName":"FARGATE_SPOT",\
                "availabilityZone":"eu-west-1b",%s}}""".formatted(task, time.toEpochMilli(), time, ARN, cluster, ARN,
                cluster, task, service, ARN, service, more);
    }

    public static String pending(String cluster, String service, String task, Instant created) {
        return event(cluster, service, task, created,
                "\"createdAt\":\"%s\",\"lastStatus\":\"PENDING\",\"desiredStatus\":\"RUNNING\"".formatted(created));
    }

    /// 50 seconds after it was created.
    public static String running(String cluster, String service, String task, Instant created) {
        return event(cluster, service, task, created.plusSeconds(50),
                "\"createdAt\":\"%s\",\"startedAt\":\"%s\",\"lastStatus\":\"RUNNING\",\"desiredStatus\":\"RUNNING\""
                        .formatted(created, created.plusSeconds(50)));
    }

    /// To one that was created an hour before.
    public static String notice(String cluster, String service, String task, Instant stopping) {
        return event(cluster, service, task, stopping, ending(stopping) + ",\"lastStatus\":\"RUNNING\"");
    }

    /// Two minutes after its notice.
    public static String interrupted(String cluster, String service, String task, Instant stopping) {
        Instant stopped = stopping.plusSeconds(120);
        return event(cluster, service, task, stopped,
                ending(stopping) + ",\"lastStatus\":\"STOPPED\",\"stoppedAt\":\"" + stopped + "\"");
    }

    private static String ending(Instant stopping) {
        return ("\"createdAt\":\"%s\",\"startedAt\":\"%s\",\"stoppingAt\":\"%s\",\"desiredStatus\":\"STOPPED\","
                + "\"stopCode\":\"SpotInterruption\",\"stoppedReason\":\"Your Spot Task was interrupted.\"").formatted(
                        stopping.minusSeconds(3600), stopping.minusSeconds(3550), stopping);
    }
}
