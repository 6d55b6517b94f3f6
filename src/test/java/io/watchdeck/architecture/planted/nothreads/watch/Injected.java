package io.watchdeck.architecture.planted.nothreads.watch;

import io.watchdeck.architecture.planted.Right;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

@Right
public record Injected(Executor ui, AtomicLong count, ReentrantLock lock, ConcurrentHashMap<String, String> names) {
    void stop() {
        Thread.currentThread().interrupt();
    }
}
