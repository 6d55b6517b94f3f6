package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmSourceContract;
import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.model.Readings;
import io.watchdeck.model.TimeRange;
import io.watchdeck.sandbox.telemetry.CompositeAlarm;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.Signal;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Comparison;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Definition;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Missing;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxAlarmSourceTest extends AlarmSourceContract {

    @Override
    protected AlarmSource withAlarms(int count) {
        return Stage.empty().change((stack, now) -> Readings.names(ALARM, count)
                .forEach(name -> put(stack, name, now).force("OK", "", now))).cloud().alarms();
    }

    private static SimulatedAlarm put(SimulatedStack stack, String name, long now) {
        return put(stack, name, Signal.OfMetric.of(stack.recorder(),
                MetricKey.ofService("CPUUtilization", "contract-cluster", "service-0001"), "Average"), now);
    }

    private static SimulatedAlarm put(SimulatedStack stack, String name, Signal signal, long now) {
        return stack.alarms().put(new SimulatedAlarm(new Definition(name, signal, 300, 1, Comparison.GREATER, 70,
                Missing.MISSING, List.of()), stack.place(), now));
    }

    @Override
    protected AlarmSource withState(String state, String reason) {
        return Stage.empty().change((stack, now) -> put(stack, Readings.name(ALARM, 1), now).force(state, reason, now))
                .cloud().alarms();
    }

    @Override
    protected AlarmSource withComposite() {
        return Stage.empty().change((stack, now) -> stack.alarms().put(new CompositeAlarm("composite",
                List.of(put(stack, Readings.name(ALARM, 1), now)), List.of(), stack.place(), now))).cloud().alarms();
    }

    @Override
    protected AlarmSource withMetricMath() {
        return Stage.empty().change((stack, now) -> put(stack, Readings.name(ALARM, 1), (_, _) -> 1, now)).cloud()
                .alarms();
    }

    @Override
    protected AlarmSource withTurns(int count) {
        return Stage.empty().change((stack, now) -> {
            SimulatedAlarm alarm = put(stack, Readings.name(ALARM, 1), now);
            IntStream.range(0, count).forEach(number -> alarm.force(number % 2 == 0 ? "ALARM" : "OK", REASON,
                    FIRST.plus(APART.multipliedBy(number)).getEpochSecond()));
        }).cloud().alarms();
    }

    @Override
    protected AlarmSource withTurnOfComposite() {
        return Stage.empty().change((stack, now) -> {
            SimulatedAlarm part = put(stack, Readings.name(ALARM, 1), now);
            part.force("ALARM", REASON, FIRST.minus(APART).getEpochSecond());
            stack.alarms().put(new CompositeAlarm("composite", List.of(part), List.of(), stack.place(), now))
                    .evaluate(FIRST.getEpochSecond());
        }).cloud().alarms();
    }

    /// Every state of an alarm follows from the one before, and the newest is that in which it is.
    @Test
    void whatBecameOfTheAlarmsOfTheShippedStacksLeadsToWhatTheyAre() {
        var life = new Life(Stage.SEED);
        life.clock().advance(Duration.ofHours(2));
        int turned = 0;
        for (StackFile stack : Stage.shipped()) {
            AlarmSource source = life.cloud(stack.id().value()).alarms();
            Map<String, List<AlarmTurn>> turns = Readings.value(source.turns(new TimeRange(Instant.EPOCH, Instant.MAX)))
                    .stream().collect(Collectors.groupingBy(AlarmTurn::alarm));
            for (CloudAlarm alarm : Readings.value(source.alarms())) {
                List<AlarmTurn> own = turns.getOrDefault(alarm.name(), List.of());
                turned += own.size();
                String state = "INSUFFICIENT_DATA";
                for (AlarmTurn turn : own) {
                    assertThat(turn.before()).as("%s", turn).isEqualTo(state).isNotEqualTo(turn.state());
                    state = turn.state();
                }
                assertThat(alarm.state()).as(alarm.name()).isEqualTo(state);
                if (!own.isEmpty()) {
                    assertThat(own.getLast()).isEqualTo(new AlarmTurn(alarm.name(), alarm.since(),
                            own.getLast().before(), alarm.state(), alarm.reason()));
                }
            }
        }
        assertThat(turned).isGreaterThan(10);
    }

    @Override
    protected AlarmSource denied() {
        return Stage.empty().denied("cloudwatch:DescribeAlarms").denied("cloudwatch:DescribeAlarmHistory").cloud()
                .alarms();
    }

    @Override
    protected AlarmSource throttled() {
        return Stage.empty().throttled().cloud().alarms();
    }
}
