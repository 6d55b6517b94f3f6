package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmSourceContract;
import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.ApiCall;
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
