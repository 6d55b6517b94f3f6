package io.watchdeck.architecture.planted.noownstopwatch.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class StopWatch {
    long now() {
        return System.nanoTime();
    }
}
