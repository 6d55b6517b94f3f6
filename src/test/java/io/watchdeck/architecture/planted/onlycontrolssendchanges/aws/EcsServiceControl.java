package io.watchdeck.architecture.planted.onlycontrolssendchanges.aws;

import io.watchdeck.architecture.planted.Right;
import software.amazon.awssdk.services.ecs.EcsClient;

@Right
public final class EcsServiceControl {
    private EcsServiceControl() {}

    static Object stop(EcsClient ecs, String task) {
        return ecs.stopTask(request -> request.task(task));
    }
}
