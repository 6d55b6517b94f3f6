package io.watchdeck.architecture.planted.importsgodown.timeline;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.importsgodown.aws.EcsService;

@Wrong
public record Replay(EcsService[] services) {}
