package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmSourceContract;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.MetricMath;
import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.ApiCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestKeys.class)
class AwsAlarmSourceContractTest extends AlarmSourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected AlarmSource withAlarms(int count) {
        var alarms = new FakeAlarms(rig.aws);
        names(ALARM, count).forEach(name -> alarms.metric(name, "OK", "unchanged"));
        return rig.cloud.alarms();
    }

    @Override
    protected AlarmSource withState(String state, String reason) {
        new FakeAlarms(rig.aws).metric(name(ALARM, 1), state, reason);
        return rig.cloud.alarms();
    }

    @Override
    protected AlarmSource withComposite() {
        new FakeAlarms(rig.aws).metric(name(ALARM, 1), "OK", "").composite("composite", "ALARM(alarm-0001)");
        return rig.cloud.alarms();
    }

    @Override
    protected AlarmSource withMetricMath() {
        new FakeAlarms(rig.aws).math(name(ALARM, 1));
        return rig.cloud.alarms();
    }

    @Override
    protected AlarmSource withTurns(int count) {
        var alarms = new FakeAlarms(rig.aws);
        String before = "INSUFFICIENT_DATA";
        for (int number = 0; number < count; number++) {
            String state = number % 2 == 0 ? "ALARM" : "OK";
            alarms.turn(name(ALARM, 1), false, FIRST.plus(APART.multipliedBy(number)), before, state,
                    REASON.replace("&", "&amp;").replace(">", "&gt;"));
            before = state;
        }
        return rig.cloud.alarms();
    }

    @Override
    protected AlarmSource withTurnOfComposite() {
        new FakeAlarms(rig.aws).turn("composite", true, FIRST, "INSUFFICIENT_DATA", "ALARM", "");
        return rig.cloud.alarms();
    }

    @Test
    void theValueIsTheNewestOfThoseThatCloudWatchJudged() {
        new FakeAlarms(rig.aws).told(name(ALARM, 1), "1 datapoint [91.0 (22/09/26 02:55:00)]", """
                {"version":"1.0","recentDatapoints":[70.5,91.0,93.4],"evaluatedDatapoints":[
                {"timestamp":"2026-09-22T03:00:00.000+0000","value":93.4},
                {"timestamp":"2026-09-22T02:55:00.000+0000","value":91.0}]}""");

        assertThat(value(rig.cloud.alarms().alarms())).extracting(CloudAlarm::evidence).containsExactly(
                Optional.of(new CloudAlarm.Evidence(93.4, Optional.of(Instant.parse("2026-09-22T03:00:00Z")))));
    }

    @Test
    void withoutThoseItIsThatOfTheSentenceAndElseTheNewestRecentOne() {
        new FakeAlarms(rig.aws)
                .told(name(ALARM, 1), "1 datapoint [91.0 (22/09/26 02:55:00)]", "{\"recentDatapoints\":[70.5,91.0]}")
                .told(name(ALARM, 2), "Threshold Crossed", "{\"recentDatapoints\":[70.5,91.5]}")
                .told(name(ALARM, 3), "Threshold Crossed", "{\"recentDatapoints\":[]}")
                .told(name(ALARM, 4), "Threshold Crossed", "no JSON");

        assertThat(value(rig.cloud.alarms().alarms())).extracting(CloudAlarm::evidence).containsExactly(
                Optional.of(new CloudAlarm.Evidence(91, Optional.of(Instant.parse("2026-09-22T02:55:00Z")))),
                Optional.of(new CloudAlarm.Evidence(91.5, Optional.empty())), Optional.empty(), Optional.empty());
    }

    @Test
    void metricMathTellsWhatItComputesOfWhat() {
        new FakeAlarms(rig.aws).hitRate(name(ALARM, 1), "redis-001");

        CloudAlarm alarm = value(rig.cloud.alarms().alarms()).getFirst();

        assertThat(alarm.math()).hasValueSatisfying(math -> {
            assertThat(math.expression()).isEqualTo("100*h/sum");
            assertThat(math.others()).containsEntry("sum", "h+m");
            assertThat(math.inputs()).containsOnlyKeys("h", "m").containsEntry("h", new MetricMath.Input(
                    "AWS/ElastiCache", "CacheHits", "Sum", Duration.ofMinutes(5),
                    Map.of("CacheClusterId", "redis-001")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"newState\":{\"stateReason\":\"none\"}}"})
    void aChangeThatIsNotUnderstoodIsNoChange(String data) {
        new FakeAlarms(rig.aws).turn(name(ALARM, 1), false, FIRST, data);

        Failure failure = failure(rig.cloud.alarms().turns(new TimeRange(FIRST, FIRST.plusSeconds(60))));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNEXPECTED);
        assertThat(failure.action()).contains("cloudwatch:DescribeAlarmHistory");
    }

    @Test
    void theHistoryIsMeteredLikeTheAlarms() {
        value(withTurns(150).turns(new TimeRange(FIRST, FIRST.plusSeconds(3_600))));

        assertThat(rig.metered).extracting(ApiCall::service, ApiCall::operation, ApiCall::units).containsExactly(
                tuple("CloudWatch", "DescribeAlarmHistory", 1), tuple("CloudWatch", "DescribeAlarmHistory", 1));
    }

    @Override
    protected AlarmSource denied() {
        rig.aws.on("DescribeAlarmHistory", LoopbackAws.xmlError(403, "AccessDenied", "User: ops is not authorized"));
        rig.aws.on("DescribeAlarms", LoopbackAws.xmlError(403, "AccessDenied", "User: ops is not authorized"));
        return rig.cloud.alarms();
    }

    @Override
    protected AlarmSource throttled() {
        rig.aws.on("DescribeAlarms", LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
        rig.aws.on("DescribeAlarmHistory", LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
        return rig.cloud.alarms();
    }
}
