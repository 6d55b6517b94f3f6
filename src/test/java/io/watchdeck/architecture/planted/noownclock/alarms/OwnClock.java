package io.watchdeck.architecture.planted.noownclock.alarms;

import io.watchdeck.architecture.planted.Wrong;
import java.time.Clock;

@Wrong
public final class OwnClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
