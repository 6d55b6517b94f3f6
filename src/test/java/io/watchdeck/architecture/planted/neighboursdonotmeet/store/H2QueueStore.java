package io.watchdeck.architecture.planted.neighboursdonotmeet.store;

import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.neighboursdonotmeet.queues.Queue;

@Right
public record H2QueueStore(Queue queue) {}
