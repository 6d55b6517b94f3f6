package io.watchdeck.architecture.planted.nothreads.cost;

import io.watchdeck.architecture.planted.Wrong;
import java.util.concurrent.CompletableFuture;

@Wrong
public final class OwnFuture {
    Object go() {
        return CompletableFuture.runAsync(() -> {});
    }
}
