package io.watchdeck.architecture.planted.onlycontrolssendchanges.aws;

import io.watchdeck.architecture.planted.Wrong;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;

@Wrong
public final class EcsTidier {
    private EcsTidier() {}

    static Function<StopTaskRequest, Object> tidy(EcsClient ecs) {
        return ecs::stopTask;
    }
}
