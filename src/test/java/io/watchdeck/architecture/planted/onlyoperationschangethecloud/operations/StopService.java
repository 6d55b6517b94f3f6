package io.watchdeck.architecture.planted.onlyoperationschangethecloud.operations;

import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.onlyoperationschangethecloud.fleet.ServiceControl;

@Right
public record StopService(ServiceControl control) {}
