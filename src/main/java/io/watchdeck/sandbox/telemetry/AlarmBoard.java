package io.watchdeck.sandbox.telemetry;

import io.watchdeck.alarms.CloudAlarm;
import java.util.ArrayList;
import java.util.List;

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

    public List<CloudAlarm> view() {
        return alarms.stream().map(Alarm::view).toList();
    }
}
