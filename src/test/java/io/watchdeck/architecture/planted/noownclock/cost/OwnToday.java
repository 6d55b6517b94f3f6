package io.watchdeck.architecture.planted.noownclock.cost;

import io.watchdeck.architecture.planted.Wrong;
import java.time.LocalDate;
import java.time.ZoneId;

@Wrong
public final class OwnToday {
    LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }
}
