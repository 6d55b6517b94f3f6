package io.watchdeck.architecture.planted.onlycontrolssendchanges.aws;

import io.watchdeck.architecture.planted.Right;
import software.amazon.awssdk.services.ecs.EcsClient;

@Right
public final class EcsFleetSource {
    private EcsFleetSource() {}

    static Object tasks() {
        try (EcsClient ecs = EcsClient.builder().build()) {
            return ecs.listTasks();
        }
    }
}
