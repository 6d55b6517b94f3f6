package io.watchdeck.architecture.planted.nocycles.aws.ecs;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.nocycles.aws.sqs.Egg;

@Wrong
public record Chicken(Egg egg) {}
