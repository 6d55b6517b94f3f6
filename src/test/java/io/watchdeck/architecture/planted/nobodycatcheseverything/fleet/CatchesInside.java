package io.watchdeck.architecture.planted.nobodycatcheseverything.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class CatchesInside {
    static class Inner {
        void read(Runnable read) {
            try {
                read.run();
            } catch (final java.lang.Throwable _) {
                // never mind
            }
        }
    }
}
