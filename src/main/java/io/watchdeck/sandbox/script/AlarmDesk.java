package io.watchdeck.sandbox.script;

import io.watchdeck.alarms.MetricMath;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.telemetry.Alarm;
import io.watchdeck.sandbox.telemetry.CompositeAlarm;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.Signal;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Comparison;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Definition;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Missing;
import io.watchdeck.sandbox.world.SimulatedLoadBalancer;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts alarms on a stack's board: those that its autoscaling makes, and those that its document asks for.
final class AlarmDesk {

    private static final double TARGET = 70;

    private final SimulatedStack stack;

    AlarmDesk(SimulatedStack stack) {
        this.stack = stack;
    }

    /// What is watched, how long and against what.
    ///
    /// @param topic SNS topic that is notified
    record Order(String name, MetricKey key, String statistic, int period, int of, Comparison comparison,
            double threshold, Missing missing, String topic) {

        static Order above(String name, MetricKey key, String statistic, int period, int of, double threshold,
                String topic) {
            return new Order(name, key, statistic, period, of, Comparison.GREATER, threshold, Missing.NOT_BREACHING,
                    topic);
        }

        static Order below(String name, MetricKey key, String statistic, int period, int of, double threshold,
                Missing missing, String topic) {
            return new Order(name, key, statistic, period, of, Comparison.LESS, threshold, missing, topic);
        }
    }

    /// The two alarms of each target tracking policy.
    void scaling() {
        for (SimulatedService service : stack.services()) {
            if (service.range().isEmpty()) {
                continue;
            }
            var dice = new Dice(stack.start(), "alarms of " + service.name());
            String resource = "service/" + stack.file().cluster() + "/" + service.name();
            List<String> policy = List.of(stack.place().arn("autoscaling", "scalingPolicy:" + dice.uuid()
                    + ":resource/ecs/" + resource + ":policyName/cpu"));
            MetricKey cpu = MetricKey.ofService("CPUUtilization", stack.file().cluster(), service.name());
            var signal = Signal.OfMetric.of(stack.recorder(), cpu, "Average");
            put(new Definition("TargetTracking-" + resource + "-AlarmHigh-" + dice.uuid(), signal, 60, 3,
                    Comparison.GREATER, TARGET, Missing.MISSING, policy));
            put(new Definition("TargetTracking-" + resource + "-AlarmLow-" + dice.uuid(), signal, 60, 15,
                    Comparison.LESS, TARGET * 0.9, Missing.MISSING, policy));
        }
    }

    Alarm put(Order order) {
        return put(new Definition(order.name(), Signal.OfMetric.of(stack.recorder(), order.key(), order.statistic()),
                order.period(), order.of(), order.comparison(), order.threshold(), order.missing(),
                List.of(topic(order.topic()))));
    }

    Alarm put(Definition definition) {
        return stack.alarms().put(new SimulatedAlarm(definition, stack.place(), stack.start() - 90 * 86_400L));
    }

    void putComposite(String name, String topic, Alarm... parts) {
        stack.alarms().put(new CompositeAlarm(name, List.of(parts), List.of(topic(topic)), stack.place(),
                stack.start() - 90 * 86_400L));
    }

    /// Metric math over sums.
    ///
    /// @param inputs by the ids of the expression
    /// @param period in seconds
    /// @param value  what comes of it
    static Signal computed(String expression, Map<String, MetricKey> inputs, int period, Signal value) {
        var all = new HashMap<String, MetricMath.Input>();
        inputs.forEach((id, key) -> all.put(id, new MetricMath.Input(key.namespace(), key.name(), "Sum",
                Duration.ofSeconds(period), key.dimensions())));
        return new Signal.OfMath(new MetricMath(expression, Map.of(), all), value);
    }

    /// All 5xx of the first load balancer: those of its targets and its own.
    ///
    /// @param period in seconds
    Signal errors(int period) {
        MetricKey target = loadBalancer("HTTPCode_Target_5XX_Count");
        MetricKey own = loadBalancer("HTTPCode_ELB_5XX_Count");
        Signal ofTargets = Signal.OfMetric.of(stack.recorder(), target, "Sum");
        Signal ofItself = Signal.OfMetric.of(stack.recorder(), own, "Sum");
        return computed("FILL(target, 0) + FILL(elb, 0)", Map.of("target", target, "elb", own), period,
                (from, to) -> added(ofTargets.value(from, to), ofItself.value(from, to)));
    }

    private static double added(double one, double other) {
        return Double.isNaN(one) ? other : Double.isNaN(other) ? one : one + other;
    }

    /// Rings when there are more 5xx than that in a period.
    ///
    /// @param period in seconds
    Alarm putErrors(String name, int period, double most, String topic) {
        return put(new Definition(name, errors(period), period, 1, Comparison.GREATER, most, Missing.NOT_BREACHING,
                List.of(topic(topic))));
    }

    String topic(String name) {
        return stack.place().arn("sns", name);
    }

    MetricKey service(String metric, String service) {
        return MetricKey.ofService(metric, stack.file().cluster(), service);
    }

    MetricKey insights(String metric, String service) {
        return MetricKey.ofInsights(metric, stack.file().cluster(), service);
    }

    /// Of the first load balancer.
    MetricKey loadBalancer(String metric) {
        return MetricKey.ofLoadBalancer(metric, stack.loadBalancers().stream().findFirst()
                .map(SimulatedLoadBalancer::tail).orElse(""));
    }

    /// Of the target group with this name behind the first load balancer.
    MetricKey targetGroup(String metric, String group) {
        return stack.loadBalancers().stream().findFirst().map(balancer -> MetricKey.ofTargetGroup(metric,
                balancer.groupTails().stream().filter(tail -> tail.contains("/" + group + "/")).findFirst().orElse(""),
                balancer.tail())).orElseGet(() -> MetricKey.ofLoadBalancer(metric, ""));
    }
}
