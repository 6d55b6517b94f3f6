package io.watchdeck.architecture.planted.nothreads.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class OwnVirtualThread {
    void go() {
        Thread.ofVirtual().start(() -> {});
    }
}
