package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;

import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.FleetSourceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsFleetSourceContractTest extends FleetSourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected FleetSource withServices(int count) {
        var ecs = new FakeEcs(rig.aws, CLUSTER);
        names(SERVICE, count).forEach(name -> ecs.service(name, 0, "COMPLETED"));
        return rig.cloud.fleet();
    }

    @Override
    protected FleetSource withRunningTasks(int count) {
        return with(count, "COMPLETED");
    }

    @Override
    protected FleetSource withStoppedTask(String stopCode, String stoppedReason) {
        new FakeEcs(rig.aws, CLUSTER).service(name(SERVICE, 1), 0, "COMPLETED").task(name(SERVICE, 1),
                object("desiredStatus", "STOPPED", "lastStatus", "STOPPED", "stopCode", stopCode,
                        "stoppedReason", stoppedReason, "stoppedAt", 1.7741e9));
        return rig.cloud.fleet();
    }

    @Override
    protected FleetSource withRolloutState(String rolloutState) {
        return with(1, rolloutState);
    }

    @Override
    protected FleetSource withTargetGroup(String name) {
        new FakeEcs(rig.aws, CLUSTER).service(name(SERVICE, 1), 1, "COMPLETED").register(name(SERVICE, 1), name);
        return rig.cloud.fleet();
    }

    private FleetSource with(int tasks, String rolloutState) {
        new FakeEcs(rig.aws, CLUSTER).service(name(SERVICE, 1), tasks, rolloutState);
        return rig.cloud.fleet();
    }

    @Override
    protected FleetSource denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/ops is not authorized"));
    }

    @Override
    protected FleetSource throttled() {
        return failing(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));
    }

    private FleetSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("DescribeServices", answer).on("ListTasks", answer).on("DescribeTasks", answer);
        return rig.cloud.fleet();
    }
}
