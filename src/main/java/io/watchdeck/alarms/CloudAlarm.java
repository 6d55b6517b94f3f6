package io.watchdeck.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A CloudWatch alarm, metric or composite.
///
/// @param state      `OK`, `ALARM` or `INSUFFICIENT_DATA`; unknown words as they are
/// @param reason     AWS's own sentence
/// @param since      when it reached the state
/// @param metric     empty for a composite alarm and for metric math
/// @param statistic  as CloudWatch names it, such as `Average` or `p95`; empty for a composite alarm and for metric math
/// @param period     over which the statistic is taken; zero for a composite alarm and for metric math
/// @param dimensions empty for a composite alarm and for metric math
/// @param actions    ARNs of what it notifies
public record CloudAlarm(String name, String arn, boolean composite, String state, String reason, Instant since,
        String namespace, String metric, String statistic, Duration period, Map<String, String> dimensions,
        String comparison, OptionalDouble threshold, List<String> actions) {

    private static final Pattern DATAPOINT = Pattern.compile("\\[(-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?) \\(");

    public CloudAlarm {
        dimensions = Map.copyOf(dimensions);
        actions = List.copyOf(actions);
    }

    /// The newest value in AWS's own sentence, which has it as `[4.0 (22/09/26 13:40:00), …]`: of the time when the alarm
    /// reached its state, in the metric's unit at AWS. Empty where the sentence has none.
    public OptionalDouble reasonValue() {
        Matcher point = DATAPOINT.matcher(reason);
        return point.find() ? OptionalDouble.of(Double.parseDouble(point.group(1))) : OptionalDouble.empty();
    }

    /// The alarm as it was at another time.
    ///
    /// @param then  the state that it was in
    /// @param begun when it had reached that state
    public CloudAlarm in(String then, String because, Instant begun) {
        return new CloudAlarm(name, arn, composite, then, because, begun, namespace, metric, statistic, period,
                dimensions, comparison, threshold, actions);
    }

    public boolean inAlarm() {
        return state.equals("ALARM");
    }

    /// Made by a target tracking policy: scaling activity, never an incident.
    public boolean isScaling() {
        return name.startsWith("TargetTracking-");
    }
}
