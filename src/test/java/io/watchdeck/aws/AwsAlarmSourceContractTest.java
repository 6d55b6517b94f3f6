package io.watchdeck.aws;

import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmSourceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

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
    protected AlarmSource denied() {
        rig.aws.on("DescribeAlarms", LoopbackAws.xmlError(403, "AccessDenied", "User: ops is not authorized"));
        return rig.cloud.alarms();
    }

    @Override
    protected AlarmSource throttled() {
        rig.aws.on("DescribeAlarms", LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
        return rig.cloud.alarms();
    }
}
