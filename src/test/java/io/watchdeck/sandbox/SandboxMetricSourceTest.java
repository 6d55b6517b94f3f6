package io.watchdeck.sandbox;

import io.watchdeck.metrics.MetricSource;
import io.watchdeck.metrics.MetricSourceContract;
import io.watchdeck.model.Readings;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.stack.QueueSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SandboxMetricSourceTest extends MetricSourceContract {

    @Override
    protected MetricSource withQueues(int count) {
        return queues(count).cloud().metrics();
    }

    private static Stage queues(int count) {
        return Stage.of(Stage.queues(Readings.names(QUEUE, count).stream()
                .map(name -> new QueueSpec(name, Optional.empty(), Optional.empty())).toList(), List.of()));
    }

    @Override
    protected MetricSource withResult(String status) {
        return queues(2).change((stack, _) -> stack.recorder()
                .answer(new MetricKey(NAMESPACE, METRIC, Map.of("QueueName", Readings.name(QUEUE, 1))), status))
                .cloud().metrics();
    }

    @Override
    protected MetricSource denied() {
        return queues(1).denied("cloudwatch:GetMetricData").denied("cloudwatch:ListMetrics").cloud().metrics();
    }

    @Override
    protected MetricSource throttled() {
        return queues(1).throttled().cloud().metrics();
    }
}
