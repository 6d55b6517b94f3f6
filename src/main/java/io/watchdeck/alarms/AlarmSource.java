package io.watchdeck.alarms;

import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.util.List;

/// Reads every alarm of the account and Region, and what became of them.
public interface AlarmSource {
    Reading<List<CloudAlarm>> alarms();

    /// The changes of state of the alarms in a range, oldest first, also of alarms that are no more. CloudWatch keeps them for
    /// 30 days.
    Reading<List<AlarmTurn>> turns(TimeRange range);
}
