package io.watchdeck.alarms;

import io.watchdeck.model.Reading;
import java.util.List;

/// Reads every alarm of the account and Region.
public interface AlarmSource {
    Reading<List<CloudAlarm>> alarms();
}
