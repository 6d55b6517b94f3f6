package io.watchdeck.aws;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Controls;
import java.util.OptionalInt;
import java.util.function.Function;

/// Every change that there is, as a test sends it.
enum Change {
    UPDATE("UpdateService", on -> on.services().update(service(), ServiceChange.newDeployment())),
    STOP_TASK("StopTask", on -> on.services().stopTask("shop", "arn:aws:ecs:x:1:task/shop/1", "why")),
    STOP_DEPLOYMENT("StopServiceDeployment", on -> on.services().stopDeployment("arn:aws:ecs:x:1:d/1")),
    RANGE("RegisterScalableTarget", on -> on.scaling().range(service(), 1, 4)),
    REDRIVE("StartMessageMoveTask", on -> on.queues().redrive("dead", OptionalInt.empty())),
    CANCEL("CancelMessageMoveTask", on -> on.queues().cancelRedrive("handle")),
    PURGE("PurgeQueue", on -> on.queues().purge("dead")),
    RESUBMIT("SubmitJob", on -> on.jobs().resubmit("work", "job-1"));

    final String operation;
    final Function<Controls, Sent> send;

    Change(String operation, Function<Controls, Sent> send) {
        this.operation = operation;
        this.send = send;
    }

    private static ServiceKey service() {
        return new ServiceKey("shop", "api");
    }
}
