package io.watchdeck.architecture.planted.nostandardstreams.aws;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class TracePrinter {
    void print(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
