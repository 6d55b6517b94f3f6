package io.watchdeck.architecture.planted.noownclock.fleet;

import io.watchdeck.architecture.planted.Wrong;
import java.time.Instant;
import java.util.function.Supplier;

@Wrong
public final class OwnInstant {
    Supplier<Instant> now() {
        return Instant::now;
    }
}
