package io.watchdeck.architecture.planted.onlyoperationschangethecloud.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public record Autoscaler(ServiceControl control) {}
