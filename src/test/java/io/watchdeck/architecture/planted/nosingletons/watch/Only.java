package io.watchdeck.architecture.planted.nosingletons.watch;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class Only {
    static Only getInstance() {
        return new Only();
    }
}
