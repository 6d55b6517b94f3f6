package io.watchdeck.sandbox;

import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ScalingSourceContract;
import io.watchdeck.model.Readings;
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
    protected ScalingSource denied() {
        return ranges(1).denied("application-autoscaling:DescribeScalableTargets").cloud().scaling().orElseThrow();
    }

    @Override
    protected ScalingSource throttled() {
        return ranges(1).throttled().cloud().scaling().orElseThrow();
    }
}
