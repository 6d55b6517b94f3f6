package io.watchdeck.architecture.planted.nobodycatcheseverything.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class CatchesOneOfTwo {
    void read(Runnable read) {
        try {
            read.run();
        } catch (StackOverflowError | RuntimeException _) {
            // never mind
        }
    }
}
