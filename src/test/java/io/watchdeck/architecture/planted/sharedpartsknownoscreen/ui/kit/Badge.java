package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.kit;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.queues.QueueRow;

@Wrong
public record Badge(QueueRow row) {}
