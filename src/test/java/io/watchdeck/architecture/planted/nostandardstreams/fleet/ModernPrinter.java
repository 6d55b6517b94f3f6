package io.watchdeck.architecture.planted.nostandardstreams.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class ModernPrinter {
    void print() {
        IO.println("web");
    }
}
