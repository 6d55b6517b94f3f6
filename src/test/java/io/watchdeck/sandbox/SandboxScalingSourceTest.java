package io.watchdeck.sandbox;

import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ScalingSourceContract;
import io.watchdeck.model.Readings;
import io.watchdeck.sandbox.compute.TargetTracking;
import io.watchdeck.stack.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SandboxScalingSourceTest extends ScalingSourceContract {

    @Override
    protected ScalingSource withRanges(int count) {
        return ranges(count).cloud().scaling().orElseThrow();
    }

    private static Stage ranges(int count) {
        List<ServiceSpec> services = new ArrayList<>(Readings.names(SERVICE, count).stream()
                .map(name -> Stage.service(name, 2, Optional.of(new ServiceSpec.Range(2, 10)))).toList());
        services.add(Stage.service("service-without-range", 1, Optional.empty()));
        return Stage.of(Stage.services(services));
    }

    @Override
    protected ScalingSource withActivities(int count) {
        return ranges(1).change((stack, now) -> {
            TargetTracking tracking = stack.tracking(Readings.name(SERVICE, 1)).orElseThrow();
            for (int left = count; left > 0; left--) {
                tracking.scaleTo(left % 2 == 1 ? 4 : 2, now - 60L * left);
                tracking.settle(left % 2 == 1 ? 4 : 2, now - 60L * left + 40);
            }
        }).cloud().scaling().orElseThrow();
    }

    @Override
    protected ScalingSource atItsMaximum() {
        return ranges(1).change((stack, now) -> {
            TargetTracking tracking = stack.tracking(Readings.name(SERVICE, 1)).orElseThrow();
            tracking.scaleTo(10, now - 300);
            tracking.refuse(now);
        }).cloud().scaling().orElseThrow();
    }

    @Override
    protected ScalingSource withPolicy(String metric, int target) {
        return ranges(1).change((stack, _) -> stack.service(Readings.name(SERVICE, 1)).orElseThrow()
                .addPolicy(metric + " " + target)).cloud().scaling().orElseThrow();
    }

    @Override
    protected ScalingSource withActivity(String status) {
        return ranges(1).change((stack, now) -> stack.tracking(Readings.name(SERVICE, 1)).orElseThrow()
                .stand(status, now)).cloud().scaling().orElseThrow();
    }

    @Override
    protected ScalingSource denied() {
        return ranges(1).denied("application-autoscaling:DescribeScalableTargets")
                .denied("application-autoscaling:DescribeScalingActivities").cloud().scaling().orElseThrow();
    }

    @Override
    protected ScalingSource throttled() {
        return ranges(1).throttled().cloud().scaling().orElseThrow();
    }
}
