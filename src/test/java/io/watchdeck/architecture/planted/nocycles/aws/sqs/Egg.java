package io.watchdeck.architecture.planted.nocycles.aws.sqs;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.nocycles.aws.ecs.Chicken;

@Wrong
public record Egg(Chicken chicken) {}
