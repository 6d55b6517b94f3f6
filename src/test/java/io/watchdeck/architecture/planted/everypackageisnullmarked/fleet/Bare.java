package io.watchdeck.architecture.planted.everypackageisnullmarked.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class Bare {}
