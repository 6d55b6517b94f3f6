package io.watchdeck.alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
/// @param math       what it computes, of an alarm over metric math
/// @param evidence   the newest value for which it reached its state; empty where AWS tells none
public record CloudAlarm(String name, String arn, boolean composite, String state, String reason, Instant since,
        String namespace, String metric, String statistic, Duration period, Map<String, String> dimensions,
        String comparison, OptionalDouble threshold, List<String> actions, Optional<MetricMath> math,
        Optional<Evidence> evidence) {

    private static final Pattern DATAPOINT =
            Pattern.compile("\\[(-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?) \\((\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d)\\)");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT);

    /// A value that AWS gives as the reason of a state, in the metric's unit at AWS.
    ///
    /// @param at when its period began, of the time when the alarm reached its state; empty where AWS does not say
    public record Evidence(double value, Optional<Instant> at) {

        /// The newest value in AWS's own sentence, which has it as `[4.0 (22/09/26 13:40:00), …]`. Empty where the sentence
        /// has none.
        public static Optional<Evidence> in(String reason) {
            Matcher point = DATAPOINT.matcher(reason);
            return point.find() ? Optional.of(new Evidence(Double.parseDouble(point.group(1)), moment(point.group(2))))
                    : Optional.empty();
        }

        private static Optional<Instant> moment(String stamp) {
            try {
                return Optional.of(LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }
    }

    /// One that watches a metric, or is composite; what it tells as its evidence stands in its reason.
    public CloudAlarm(String name, String arn, boolean composite, String state, String reason, Instant since,
            String namespace, String metric, String statistic, Duration period, Map<String, String> dimensions,
            String comparison, OptionalDouble threshold, List<String> actions) {
        this(name, arn, composite, state, reason, since, namespace, metric, statistic, period, dimensions, comparison,
                threshold, actions, Optional.empty(), Evidence.in(reason));
    }

    /// The same, of an alarm over metric math.
    public CloudAlarm over(MetricMath computed) {
        return new CloudAlarm(name, arn, composite, state, reason, since, namespace, metric, statistic, period,
                dimensions, comparison, threshold, actions, Optional.of(computed), evidence);
    }

    /// The same, for which AWS gives this value.
    public CloudAlarm because(Evidence value) {
        return new CloudAlarm(name, arn, composite, state, reason, since, namespace, metric, statistic, period,
                dimensions, comparison, threshold, actions, math, Optional.of(value));
    }

    public CloudAlarm {
        dimensions = Map.copyOf(dimensions);
        actions = List.copyOf(actions);
    }

    /// The newest value for which it reached its state, in the metric's unit at AWS; empty where AWS tells none.
    public OptionalDouble reasonValue() {
        return evidence.map(one -> OptionalDouble.of(one.value())).orElse(OptionalDouble.empty());
    }

    /// The alarm as it was at another time.
    ///
    /// @param then  the state that it was in
    /// @param begun when it had reached that state
    public CloudAlarm in(String then, String because, Instant begun) {
        return new CloudAlarm(name, arn, composite, then, because, begun, namespace, metric, statistic, period,
                dimensions, comparison, threshold, actions, math, Evidence.in(because));
    }

    public boolean inAlarm() {
        return state.equals("ALARM");
    }

    /// Made by a target tracking policy: scaling activity, never an incident.
    public boolean isScaling() {
        return name.startsWith("TargetTracking-");
    }
}
