package io.watchdeck.architecture.planted.nobodycatcheseverything.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class CatchesAll {
    void read(Runnable read) {
        try {
            read.run();
        } catch (Exception failure) {
            throw failure;
        }
    }
}
