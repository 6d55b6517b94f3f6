package io.watchdeck.architecture.planted.onlyoperationschangethecloud.fleet;

import io.watchdeck.architecture.planted.Right;

@Right
public interface ServiceControl {

    Outcome stop(String service);

    record Outcome(ServiceControl by) {}
}
