package io.watchdeck.architecture.planted.nothreads.ui.shell;

import io.watchdeck.architecture.planted.Right;

@Right
public final class FxExecutor {
    void go() {
        Thread.startVirtualThread(() -> {});
    }
}
