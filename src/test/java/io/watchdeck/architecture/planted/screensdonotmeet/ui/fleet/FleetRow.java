package io.watchdeck.architecture.planted.screensdonotmeet.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.screensdonotmeet.ui.queues.QueueRow;

@Wrong
public record FleetRow(QueueRow row) {}
