package io.watchdeck.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/// CloudWatch's alarms to ours. An alarm over metric math or with an anomaly band has no metric or threshold of its own.
final class AlarmMapper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlarmMapper() {}

    static CloudAlarm metric(MetricAlarm alarm) {
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
