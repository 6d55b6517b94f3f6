package io.watchdeck.sandbox;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmSourceContract;
import io.watchdeck.model.Readings;
import io.watchdeck.sandbox.telemetry.CompositeAlarm;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.Signal;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Comparison;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Definition;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Missing;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.util.List;

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
    protected AlarmSource denied() {
        return Stage.empty().denied("cloudwatch:DescribeAlarms").cloud().alarms();
    }

    @Override
    protected AlarmSource throttled() {
        return Stage.empty().throttled().cloud().alarms();
    }
}
