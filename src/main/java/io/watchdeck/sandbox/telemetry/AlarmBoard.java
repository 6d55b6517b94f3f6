package io.watchdeck.sandbox.telemetry;

import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.model.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The alarms of a stack. Composite alarms are added after their parts and so are evaluated after them.
public final class AlarmBoard {

    private final List<Alarm> alarms = new ArrayList<>();

    public <A extends Alarm> A put(A alarm) {
        alarms.add(alarm);
        return alarm;
    }

    public void evaluate(long now) {
        alarms.forEach(alarm -> alarm.evaluate(now));
    }

    /// The name of the alarm that begins like this; only that where there is none.
    public String nameFrom(String prefix) {
        return alarms.stream().map(Alarm::name).filter(name -> name.startsWith(prefix)).findFirst().orElse(prefix);
    }

    /// Whether an alarm rings that did not yet at a second of the epoch.
    public boolean ringsSince(String name, long second) {
        return alarms.stream().filter(alarm -> alarm.name().equals(name)).map(Alarm::view)
                .anyMatch(alarm -> alarm.inAlarm() && alarm.since().getEpochSecond() > second);
    }

    public List<CloudAlarm> view() {
        return alarms.stream().map(Alarm::view).toList();
    }

    /// What became of them in a range.
    public Stream<AlarmTurn> turns(TimeRange range) {
        return alarms.stream().flatMap(Alarm::turns).filter(turn -> range.contains(turn.at()));
    }
}
