package io.watchdeck.architecture.planted.importsgodown.fleet;

public record Service(String name) {}
