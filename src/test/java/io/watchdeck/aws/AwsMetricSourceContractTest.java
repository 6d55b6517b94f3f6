package io.watchdeck.aws;

import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;

import io.watchdeck.metrics.MetricSource;
import io.watchdeck.metrics.MetricSourceContract;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsMetricSourceContractTest extends MetricSourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected MetricSource withQueues(int count) {
        var metrics = new FakeMetrics(rig.aws, NOW.minus(Duration.ofHours(3)), NOW);
        names(QUEUE, count).forEach(queue -> metrics.metric(NAMESPACE, METRIC, Map.of("QueueName", queue)));
        return rig.cloud.metrics();
    }

    @Override
    protected MetricSource withResult(String status) {
        var metrics = new FakeMetrics(rig.aws, NOW.minus(Duration.ofHours(3)), NOW);
        names(QUEUE, 2).forEach(queue -> metrics.metric(NAMESPACE, METRIC, Map.of("QueueName", queue)));
        metrics.answer(metric -> metric.dimensions().containsValue(name(QUEUE, 1)), status);
        return rig.cloud.metrics();
    }

    @Override
    protected MetricSource denied() {
        return failing(LoopbackAws.xmlError(403, "AccessDenied", "User: ops is not authorized"));
    }

    @Override
    protected MetricSource throttled() {
        return failing(LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
    }

    private MetricSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("GetMetricData", answer).on("ListMetrics", answer);
        return rig.cloud.metrics();
    }
}
