package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;

import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ScalingSourceContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsScalingSourceContractTest extends ScalingSourceContract {

    private static final String ALARM = "monitor alarm TargetTracking-service/" + CLUSTER + "/service-0001-AlarmHigh-a1"
            + " in state ALARM triggered policy cpu";

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private FakeScaling ranges(int count) {
        var scaling = new FakeScaling(rig.aws);
        names(SERVICE, count).forEach(name -> scaling.target(CLUSTER, name).cpuPolicy(CLUSTER, name, 70.0));
        return scaling;
    }

    @Override
    protected ScalingSource withRanges(int count) {
        ranges(count);
        return rig.cloud.scaling().orElseThrow();
    }

    @Override
    protected ScalingSource withActivities(int count) {
        FakeScaling scaling = ranges(1);
        for (int left = count; left > 0; left--) {
            double start = AwsRig.NOW.getEpochSecond() - 60.0 * left;
            scaling.activity(CLUSTER, name(SERVICE, 1), "StartTime", start + 0.171, "EndTime", start + 40.5,
                    "Description", "Setting desired count to " + (left % 2 == 1 ? 4 : 2) + ".", "Cause", ALARM,
                    "StatusCode", "Successful", "StatusMessage",
                    "Successfully set desired count to 4. Change successfully fulfilled by ecs.");
        }
        return rig.cloud.scaling().orElseThrow();
    }

    @Override
    protected ScalingSource atItsMaximum() {
        ranges(1).activity(CLUSTER, name(SERVICE, 1), "StartTime", 1664928867.915, "Description",
                "Attempting to scale due to alarm triggered", "Cause", ALARM, "StatusCode", "Failed",
                "NotScaledReasons", List.of(object("Code", "AlreadyAtMaxCapacity", "MaxCapacity", 10)));
        return rig.cloud.scaling().orElseThrow();
    }

    @Override
    protected ScalingSource withPolicy(String metric, int target) {
        new FakeScaling(rig.aws).target(CLUSTER, name(SERVICE, 1)).policy(CLUSTER, name(SERVICE, 1), "PolicyType",
                "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration", object("TargetValue", target,
                        "PredefinedMetricSpecification", object("PredefinedMetricType", metric)));
        return rig.cloud.scaling().orElseThrow();
    }

    @Override
    protected ScalingSource withActivity(String status) {
        ranges(1).activity(CLUSTER, name(SERVICE, 1), "StartTime", AwsRig.NOW.getEpochSecond(), "Description",
                "Attempting to scale due to alarm triggered", "Cause", ALARM, "StatusCode", status);
        return rig.cloud.scaling().orElseThrow();
    }

    @Override
    protected ScalingSource denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException", "not authorized"));
    }

    @Override
    protected ScalingSource throttled() {
        return failing(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));
    }

    private ScalingSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("DescribeScalableTargets", answer).on("DescribeScalingActivities", answer);
        return rig.cloud.scaling().orElseThrow();
    }
}
