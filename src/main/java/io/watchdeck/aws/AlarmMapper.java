package io.watchdeck.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.CloudAlarm.Evidence;
import io.watchdeck.alarms.MetricMath;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/// CloudWatch's alarms to ours. An alarm over metric math or with an anomaly band has no metric or threshold of its own.
final class AlarmMapper {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XX][XXX]");

    private AlarmMapper() {}

    static CloudAlarm metric(MetricAlarm alarm) {
        CloudAlarm plain = plain(alarm);
        CloudAlarm computed = alarm.hasMetrics() && !alarm.metrics().isEmpty()
                ? math(alarm.metrics()).map(plain::over).orElse(plain) : plain;
        JsonNode data = data(text(alarm.stateReasonData()));
        return judged(data).or(plain::evidence).or(() -> recent(data)).map(computed::because).orElse(computed);
    }

    private static CloudAlarm plain(MetricAlarm alarm) {
        return new CloudAlarm(text(alarm.alarmName()), text(alarm.alarmArn()), false, text(alarm.stateValueAsString()),
                text(alarm.stateReason()), since(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
                text(alarm.namespace()), text(alarm.metricName()),
                alarm.extendedStatistic() == null ? text(alarm.statisticAsString()) : alarm.extendedStatistic(),
                alarm.period() == null ? Duration.ZERO : Duration.ofSeconds(alarm.period()),
                dimensions(alarm.dimensions()),
                text(alarm.comparisonOperatorAsString()),
                alarm.threshold() == null ? OptionalDouble.empty() : OptionalDouble.of(alarm.threshold()),
                alarm.alarmActions());
    }

    static CloudAlarm composite(CompositeAlarm alarm) {
        return new CloudAlarm(text(alarm.alarmName()), text(alarm.alarmArn()), true, text(alarm.stateValueAsString()),
                text(alarm.stateReason()), since(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
                "", "", "", Duration.ZERO, Map.of(), "", OptionalDouble.empty(), alarm.alarmActions());
    }

    /// What an alarm computes: the query that returns data is the one that is compared with the threshold. Empty where that
    /// is an anomaly band or asks for something else than metrics.
    private static Optional<MetricMath> math(List<MetricDataQuery> queries) {
        var expressions = new HashMap<String, String>();
        var inputs = new HashMap<String, MetricMath.Input>();
        String returned = "";
        for (MetricDataQuery query : queries) {
            if (query.metricStat() != null && query.metricStat().metric() != null) {
                inputs.put(query.id(), input(query.metricStat()));
            } else {
                expressions.put(text(query.id()), text(query.expression()));
            }
            // Without a word every query returns data.
            if (query.returnData() == null || query.returnData()) {
                returned = text(query.id());
            }
        }
        String expression = expressions.getOrDefault(returned, returned);
        return expression.isEmpty() || inputs.isEmpty() ? Optional.empty()
                : Optional.of(new MetricMath(expression, expressions, inputs));
    }

    private static MetricMath.Input input(MetricStat stat) {
        return new MetricMath.Input(text(stat.metric().namespace()), text(stat.metric().metricName()),
                text(stat.stat()), stat.period() == null ? Duration.ZERO : Duration.ofSeconds(stat.period()),
                dimensions(stat.metric().dimensions()));
    }

    /// What CloudWatch keeps beside its sentence, as JSON; nothing where it keeps none, or keeps it otherwise than today.
    private static JsonNode data(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /// The newest of the values that CloudWatch has judged, which it lists with their times.
    private static Optional<Evidence> judged(JsonNode data) {
        return data.path("evaluatedDatapoints").valueStream().filter(point -> point.path("value").isNumber())
                .map(point -> new Evidence(point.path("value").asDouble(), moment(point.path("timestamp").asText())))
                .max(Comparator.comparing(one -> one.at().orElse(Instant.EPOCH)));
    }

    /// The newest of the recent values, which CloudWatch lists from `startDate` on, without their times.
    private static Optional<Evidence> recent(JsonNode data) {
        return data.path("recentDatapoints").valueStream().filter(JsonNode::isNumber).reduce((_, last) -> last)
                .map(last -> new Evidence(last.asDouble(), Optional.empty()));
    }

    /// As `2026-09-22T13:40:00.000+0000`.
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, STAMP).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// A change of state, which CloudWatch tells as JSON in its history.
    ///
    /// @throws IllegalArgumentException when it tells no time or no new state
    static AlarmTurn turn(AlarmHistoryItem item) {
        try {
            JsonNode data = JSON.readTree(text(item.historyData()));
            String state = data.path("newState").path("stateValue").asText();
            if (state.isEmpty() || item.timestamp() == null) {
                throw new IllegalArgumentException("the history of " + item.alarmName() + " tells no state");
            }
            return new AlarmTurn(text(item.alarmName()), item.timestamp(),
                    data.path("oldState").path("stateValue").asText(), state,
                    data.path("newState").path("stateReason").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the history of " + item.alarmName() + " is not JSON", e);
        }
    }

    static Map<String, String> dimensions(List<Dimension> dimensions) {
        return dimensions.stream()
                .collect(Collectors.toUnmodifiableMap(Dimension::name, Dimension::value, (a, _) -> a));
    }

    /// The transition is when the state began; the update is also written when only the reason changes.
    private static Instant since(@Nullable Instant transitioned, @Nullable Instant updated) {
        if (transitioned != null) {
            return transitioned;
        }
        return updated == null ? Instant.EPOCH : updated;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
