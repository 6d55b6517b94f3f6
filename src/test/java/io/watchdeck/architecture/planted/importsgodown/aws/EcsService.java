package io.watchdeck.architecture.planted.importsgodown.aws;

import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.importsgodown.fleet.Service;

@Right
public record EcsService(Service service) {}
