package io.watchdeck.architecture.planted.noownclock;

import io.watchdeck.architecture.planted.Right;
import java.time.Clock;

@Right
public final class Wiring {
    Clock clock() {
        return Clock.systemUTC();
    }
}
