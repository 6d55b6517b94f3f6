package io.watchdeck.architecture.planted.importsgodown.watch;

import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.importsgodown.fleet.Service;

@Right
public record Snapshot(Service service) {}
