package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.queues;

public record QueueRow(String name) {}
