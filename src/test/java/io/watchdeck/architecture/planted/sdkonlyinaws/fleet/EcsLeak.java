package io.watchdeck.architecture.planted.sdkonlyinaws.fleet;

import io.watchdeck.architecture.planted.Wrong;
import software.amazon.awssdk.services.ecs.model.Service;

@Wrong
public record EcsLeak(Service[] services) {}
