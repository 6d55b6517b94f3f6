package io.watchdeck.architecture.planted.noownclock.refresh;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class OwnMillis {
    long now() {
        return System.currentTimeMillis();
    }
}
