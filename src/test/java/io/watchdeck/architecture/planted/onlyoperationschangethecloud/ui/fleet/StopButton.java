package io.watchdeck.architecture.planted.onlyoperationschangethecloud.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.onlyoperationschangethecloud.fleet.ServiceControl;

@Wrong
public final class StopButton {
    Object stop(ServiceControl control) {
        return control.stop("web");
    }
}
