package io.watchdeck.architecture.planted.neighboursdonotmeet.fleet;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.neighboursdonotmeet.queues.Queue;

@Wrong
public record ServiceWithQueue(Queue queue) {}
