package io.watchdeck.architecture.planted.nothreads.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class OwnThread {
    void go() {
        new Thread(() -> {}).start();
    }
}
