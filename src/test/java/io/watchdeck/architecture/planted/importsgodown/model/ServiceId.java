package io.watchdeck.architecture.planted.importsgodown.model;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.importsgodown.fleet.Service;

@Wrong
public record ServiceId(Service service) {}
