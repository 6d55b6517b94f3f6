package io.watchdeck.architecture.planted.nostandardstreams;

import io.watchdeck.architecture.planted.Right;

@Right
public final class Main {
    void print() {
        System.out.println("1.0.0");
    }
}
