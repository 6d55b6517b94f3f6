package io.watchdeck.architecture.planted.nothreads.queues;

import io.watchdeck.architecture.planted.Wrong;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

@Wrong
public final class OwnExecutor {
    Executor executor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }
}
