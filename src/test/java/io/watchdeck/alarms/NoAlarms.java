package io.watchdeck.alarms;

import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.time.Clock;
import java.util.List;

/// An account without alarms.
public record NoAlarms(Clock clock) implements AlarmSource {

    @Override
    public Reading<List<CloudAlarm>> alarms() {
        return Reading.known(List.of(), clock.instant());
    }

    @Override
    public Reading<List<AlarmTurn>> turns(TimeRange range) {
        return Reading.known(List.of(), clock.instant());
    }
}
