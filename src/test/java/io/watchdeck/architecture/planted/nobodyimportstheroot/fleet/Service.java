package io.watchdeck.architecture.planted.nobodyimportstheroot.fleet;

public record Service(String name) {}
