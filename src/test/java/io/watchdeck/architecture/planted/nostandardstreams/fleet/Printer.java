package io.watchdeck.architecture.planted.nostandardstreams.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class Printer {
    void print() {
        System.out.println("web");
    }
}
