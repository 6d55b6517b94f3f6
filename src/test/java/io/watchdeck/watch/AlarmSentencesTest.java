package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What is said of CloudWatch's alarms.
class AlarmSentencesTest {

    private static final String REASON = "Threshold Crossed: 1 out of the last 1 datapoints [27.0 (22/09/26 04:40:00)] "
            + "was greater than the threshold (0.0) (minimum 1 datapoint for OK -> ALARM transition).";
    private static final Optional<MetricDefinition> NONE = Optional.empty();

    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void anAlarmSaysItsMetricItsLimitAndTheValueOfItsReason() {
        CloudAlarm alarm = alarm("ALARM", "ApproximateNumberOfMessagesVisible", "GreaterThanThreshold",
                OptionalDouble.of(0), REASON);

        assertThat(say(alarm, NONE, State.ALARM))
                .isEqualTo("dlq-not-empty: ApproximateNumberOfMessagesVisible above 0, was 27");
    }

    @Test
    void aMetricOfOursIsCalledAndMeasuredAsEverywhere() {
        CloudAlarm alarm = alarm("ALARM", "CPUUtilization", "GreaterThanOrEqualToThreshold", OptionalDouble.of(70),
                REASON.replace("[27.0", "[71.25"));

        assertThat(say(alarm, metric("service.cpu"), State.ALARM))
                .isEqualTo("ECS CPU at least 70%, was 71.2%");
    }

    @Test
    void countsOfALoadBalancerAreSumsOfThePeriodOfTheAlarm() {
        CloudAlarm alarm = alarm("ALARM", "HTTPCode_Target_5XX_Count", "GreaterThanThreshold", OptionalDouble.of(10),
                REASON);

        assertThat(say(alarm, metric("lb.target5xx"), State.ALARM))
                .isEqualTo("Target 5xx above 10, was 27");
    }

    @Test
    void aReasonWithoutAFigureLeavesTheLimit() {
        CloudAlarm alarm = alarm("ALARM", "RunningTaskCount", "LessThanThreshold", OptionalDouble.of(2),
                "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as "
                        + "[Breaching].");

        assertThat(say(alarm, NONE, State.ALARM)).isEqualTo("dlq-not-empty: RunningTaskCount below 2");
    }

    @Test
    void metricMathHasNoNameAndACompositeAlarmNoLimit() {
        assertThat(say(alarm("ALARM", "", "LessThanOrEqualToThreshold", OptionalDouble.of(80), REASON), NONE,
                State.ALARM)).isEqualTo("dlq-not-empty: at most 80, was 27");
        assertThat(say(alarm("ALARM", "", "", OptionalDouble.empty(), "alarm:x transitioned to ALARM"), NONE,
                State.ALARM)).isEqualTo("dlq-not-empty is in ALARM");
    }

    @Test
    void anAnomalyOfAMetricOfOursIsCalledByIt() {
        assertThat(say(alarm("ALARM", "CPUUtilization", "", OptionalDouble.empty(), REASON), metric("service.cpu"),
                State.ALARM)).isEqualTo("ECS CPU is in ALARM");
    }

    @Test
    void anAlarmThatIsOkClaimsNoTrouble() {
        assertThat(say(alarm("OK", "RunningTaskCount", "LessThanThreshold", OptionalDouble.of(2), REASON), NONE,
                State.OK)).isEqualTo("dlq-not-empty is OK, alarm when RunningTaskCount below 2");
        assertThat(say(alarm("OK", "", "", OptionalDouble.empty(), ""), NONE, State.OK))
                .isEqualTo("dlq-not-empty is OK");
    }

    @Test
    void anUnknownStateIsSaidToBeUnknownWhateverWasReadBefore() {
        assertThat(say(alarm("ALARM", "RunningTaskCount", "LessThanThreshold", OptionalDouble.of(2), REASON), NONE,
                State.UNKNOWN)).isEqualTo("The state of dlq-not-empty is not known");
        assertThat(say(alarm("INSUFFICIENT_DATA", "", "", OptionalDouble.empty(), ""), NONE, State.UNKNOWN))
                .isEqualTo("dlq-not-empty has insufficient data");
    }

    private String say(CloudAlarm alarm, Optional<MetricDefinition> metric, State state) {
        return words.say(AlarmSentences.of(alarm, metric, state));
    }

    private static Optional<MetricDefinition> metric(String id) {
        return MetricCatalogue.standard().find(id);
    }

    private static CloudAlarm alarm(String state, String metric, String comparison, OptionalDouble threshold,
            String reason) {
        return new CloudAlarm("dlq-not-empty", "arn", metric.isEmpty(), state, reason, Instant.EPOCH, "AWS/SQS", metric,
                "Maximum", Duration.ofMinutes(1), Map.of(), comparison, threshold, List.of());
    }
}
