package io.watchdeck.architecture.planted.noownstopwatch.refresh;

import io.watchdeck.architecture.planted.Right;

@Right
public final class Meter {
    long now() {
        return System.nanoTime();
    }
}
