package io.watchdeck.architecture.planted.nobodycatcheseverything.refresh;

import io.watchdeck.architecture.planted.Right;

@Right
public final class Poller {
    void poll(Runnable read) {
        try {
            read.run();
        } catch (RuntimeException _) {
            // told to the listener
        }
    }
}
