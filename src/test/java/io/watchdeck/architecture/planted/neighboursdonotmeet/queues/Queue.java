package io.watchdeck.architecture.planted.neighboursdonotmeet.queues;

public record Queue(String name) {}
