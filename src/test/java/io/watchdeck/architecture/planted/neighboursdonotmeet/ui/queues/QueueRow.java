package io.watchdeck.architecture.planted.neighboursdonotmeet.ui.queues;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.neighboursdonotmeet.store.H2QueueStore;

@Wrong
public record QueueRow(H2QueueStore store) {}
