package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.shell;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.queues.QueueRow;

@Wrong
public record Palette(QueueRow row) {}
