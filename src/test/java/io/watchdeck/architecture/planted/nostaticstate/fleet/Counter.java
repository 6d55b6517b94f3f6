package io.watchdeck.architecture.planted.nostaticstate.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class Counter {
    static int count;
}
