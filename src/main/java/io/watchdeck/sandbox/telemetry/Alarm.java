package io.watchdeck.sandbox.telemetry;

import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import java.util.stream.Stream;

/// An alarm of the simulated CloudWatch.
public sealed interface Alarm permits SimulatedAlarm, CompositeAlarm {

    String name();

    /// `OK`, `ALARM` or `INSUFFICIENT_DATA`.
    String state();

    /// Looks at the minutes that have passed before this second and changes its state accordingly.
    void evaluate(long now);

    CloudAlarm view();

    /// The changes of its state, oldest first.
    Stream<AlarmTurn> turns();
}
