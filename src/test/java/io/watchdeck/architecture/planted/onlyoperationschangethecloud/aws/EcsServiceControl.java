package io.watchdeck.architecture.planted.onlyoperationschangethecloud.aws;

import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.onlyoperationschangethecloud.fleet.ServiceControl;

@Right
public final class EcsServiceControl implements ServiceControl {
    @Override
    public Outcome stop(String service) {
        return new Outcome(this);
    }
}
