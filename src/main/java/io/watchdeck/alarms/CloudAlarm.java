package io.watchdeck.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A CloudWatch alarm, metric or composite.
///
/// @param state      `OK`, `ALARM` or `INSUFFICIENT_DATA`; unknown words as they are
/// @param reason     AWS's own sentence
/// @param since      when it reached the state
/// @param metric     empty for a composite alarm and for metric math
/// @param dimensions empty for a composite alarm and for metric math
/// @param actions    ARNs of what it notifies
public record CloudAlarm(String name, String arn, boolean composite, String state, String reason, Instant since,
        String namespace, String metric, Map<String, String> dimensions, String comparison, OptionalDouble threshold,
        List<String> actions) {

    public CloudAlarm {
        dimensions = Map.copyOf(dimensions);
        actions = List.copyOf(actions);
    }

    public boolean inAlarm() {
        return state.equals("ALARM");
    }

    /// Made by a target tracking policy: scaling activity, never an incident.
    public boolean isScaling() {
        return name.startsWith("TargetTracking-");
    }
}
