package io.watchdeck.architecture.planted.sdkonlyinaws.aws;

import io.watchdeck.architecture.planted.Right;
import software.amazon.awssdk.services.ecs.model.Service;

@Right
public final class EcsMapper {
    static String name(Service service) {
        return service.serviceName();
    }
}
