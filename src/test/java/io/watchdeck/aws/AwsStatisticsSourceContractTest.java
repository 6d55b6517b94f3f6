package io.watchdeck.aws;

import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;

import io.watchdeck.metrics.MetricSource;
import io.watchdeck.metrics.MetricSourceContract;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same contract as long as the free calls last.
@ExtendWith(TestKeys.class)
class AwsStatisticsSourceContractTest extends MetricSourceContract {

    private final AwsRig rig = new AwsRig(AwsSettings.Sparing.MONEY);

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected MetricSource withQueues(int count) {
        metrics(count);
        return rig.cloud.metrics();
    }

    /// There is no status for each metric: what is not complete is refused as a whole.
    @Override
    protected MetricSource withResult(String status) {
        metrics(2).refuse(metric -> metric.dimensions().containsValue(name(QUEUE, 1)),
                LoopbackAws.xmlError(500, status, "The status is " + status));
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

    private FakeMetrics metrics(int count) {
        var metrics = new FakeMetrics(rig.aws, NOW.minus(Duration.ofHours(3)), NOW);
        names(QUEUE, count).forEach(queue -> metrics.metric(NAMESPACE, METRIC, Map.of("QueueName", queue)));
        return metrics;
    }

    private MetricSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("GetMetricStatistics", answer).on("ListMetrics", answer);
        return rig.cloud.metrics();
    }
}
