package io.watchdeck.alarms;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [AlarmSource] keeps.
public abstract class AlarmSourceContract {

    /// Alarms are `alarm-0001`, `alarm-0002` and so on.
    protected static final String ALARM = "alarm";

    protected static final Instant FIRST = Instant.parse("2026-09-22T03:00:00Z");
    protected static final Duration APART = Duration.ofSeconds(10);
    protected static final String REASON = "Threshold Crossed: 응답 지연 [91.0 (22/09/26 02:59:00)] > 70.0 & \"rising\"";
    private static final TimeRange HOUR = new TimeRange(FIRST, FIRST.plus(Duration.ofHours(1)));

    /// So many metric alarms in state `OK` on `AWS/ECS` `CPUUtilization` of service `service-0001` in cluster
    /// `contract-cluster`, threshold 70, comparison `GreaterThanThreshold`.
    protected abstract AlarmSource withAlarms(int count);

    /// One metric alarm, `alarm-0001`, in this state and with this reason.
    protected abstract AlarmSource withState(String state, String reason);

    /// One metric alarm, `alarm-0001`, and a composite alarm `composite` over it.
    protected abstract AlarmSource withComposite();

    /// One alarm, `alarm-0001`, on metric math: it has no metric of its own.
    protected abstract AlarmSource withMetricMath();

    /// One metric alarm, `alarm-0001`, that leaves its state so many times, first at [#FIRST] from `INSUFFICIENT_DATA` to
    /// `ALARM`, then every 10 seconds to `OK` and `ALARM` in turn, each time with [#REASON].
    protected abstract AlarmSource withTurns(int count);

    /// One composite alarm, `composite`, that left `INSUFFICIENT_DATA` for `ALARM` at [#FIRST].
    protected abstract AlarmSource withTurnOfComposite();

    protected abstract AlarmSource denied();

    protected abstract AlarmSource throttled();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 101, 200, 201})
    void everyAlarmIsFoundOnce(int count) {
        assertThat(value(withAlarms(count).alarms())).extracting(CloudAlarm::name)
                .containsExactlyInAnyOrderElementsOf(names(ALARM, count));
    }

    @Test
    void aMetricAlarmTellsWhatItWatches() {
        assertThat(value(withAlarms(1).alarms())).singleElement().satisfies(alarm -> {
            assertThat(alarm.composite()).isFalse();
            assertThat(alarm.arn()).startsWith("arn:aws:cloudwatch:").endsWith(":alarm:" + name(ALARM, 1));
            assertThat(alarm.namespace()).isEqualTo("AWS/ECS");
            assertThat(alarm.metric()).isEqualTo("CPUUtilization");
            assertThat(alarm.dimensions())
                    .isEqualTo(Map.of("ClusterName", "contract-cluster", "ServiceName", "service-0001"));
            assertThat(alarm.comparison()).isEqualTo("GreaterThanThreshold");
            assertThat(alarm.threshold()).hasValue(70);
        });
    }

    @Test
    void theReasonIsAwsOwnSentenceInAnyScript() {
        String reason = "Threshold Crossed: 응답 지연 🎫 was greater than the threshold (70.0).";

        assertThat(value(withState("ALARM", reason).alarms())).singleElement()
                .matches(CloudAlarm::inAlarm).extracting(CloudAlarm::reason).isEqualTo(reason);
    }

    @Test
    void aStateThatNobodyKnowsYetIsShownAsItIs() {
        assertThat(value(withState("DREAMING", "").alarms())).extracting(CloudAlarm::state)
                .containsExactly("DREAMING");
    }

    @Test
    void compositeAlarmsAreReadToo() {
        var alarms = value(withComposite().alarms());

        assertThat(alarms).hasSize(2);
        assertThat(alarms).filteredOn(CloudAlarm::composite).singleElement().satisfies(alarm -> {
            assertThat(alarm.name()).isEqualTo("composite");
            assertThat(alarm.metric()).isEmpty();
            assertThat(alarm.dimensions()).isEmpty();
            assertThat(alarm.threshold()).isEmpty();
        });
    }

    @Test
    void anAlarmOnMetricMathHasNoMetricOfItsOwn() {
        assertThat(value(withMetricMath().alarms())).singleElement().satisfies(alarm -> {
            assertThat(alarm.composite()).isFalse();
            assertThat(alarm.metric()).isEmpty();
            assertThat(alarm.namespace()).isEmpty();
            assertThat(alarm.dimensions()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 101, 200, 201})
    void everyChangeOfStateIsToldOnceOldestFirst(int count) {
        assertThat(value(withTurns(count).turns(HOUR))).containsExactlyElementsOf(IntStream.range(0, count)
                .mapToObj(number -> new AlarmTurn(name(ALARM, 1), FIRST.plus(APART.multipliedBy(number)),
                        number == 0 ? "INSUFFICIENT_DATA" : state(number - 1), state(number), REASON))
                .toList());
    }

    private static String state(int number) {
        return number % 2 == 0 ? "ALARM" : "OK";
    }

    @Test
    void theBeginOfARangeBelongsToItAndTheEndDoesNot() {
        assertThat(value(withTurns(6).turns(new TimeRange(FIRST.plus(APART), FIRST.plus(APART.multipliedBy(3))))))
                .extracting(AlarmTurn::at).containsExactly(FIRST.plus(APART), FIRST.plus(APART.multipliedBy(2)));
    }

    @Test
    void compositeAlarmsChangeTheirStateToo() {
        assertThat(value(withTurnOfComposite().turns(HOUR))).filteredOn(turn -> turn.alarm().equals("composite"))
                .singleElement().satisfies(turn -> {
                    assertThat(turn.at()).isEqualTo(FIRST);
                    assertThat(turn.before()).isEqualTo("INSUFFICIENT_DATA");
                    assertThat(turn.state()).isEqualTo("ALARM");
                });
    }

    @Test
    void aRefusalOfTheHistoryNamesTheMissingAction() {
        assertDenied(denied().turns(HOUR), "cloudwatch:DescribeAlarmHistory");
    }

    @Test
    void throttlingOfTheHistoryIsAFailureOfItsOwn() {
        assertThrottled(throttled().turns(HOUR));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().alarms(), "cloudwatch:DescribeAlarms");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().alarms());
    }
}
