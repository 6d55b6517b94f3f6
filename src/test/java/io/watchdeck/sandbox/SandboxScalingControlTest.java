package io.watchdeck.sandbox;

import io.watchdeck.fleet.rollout.ScalingControlContract;
import io.watchdeck.stack.ServiceSpec;
import java.util.List;
import java.util.Optional;

class SandboxScalingControlTest extends ScalingControlContract {

    @Override
    protected Account scalable() {
        return account(stage());
    }

    @Override
    protected Account denied() {
        return account(stage().denied("application-autoscaling:RegisterScalableTarget"));
    }

    @Override
    protected Account throttled() {
        return account(stage().throttled());
    }

    private static Stage stage() {
        return Stage.of(Stage.services(List.of(
                Stage.service(SERVICE.service(), 4, Optional.of(new ServiceSpec.Range(2, 10))),
                Stage.service(WITHOUT_RANGE.service(), 1, Optional.empty()))));
    }

    private static Account account(Stage stage) {
        return new Account(stage.controls().scaling(), stage.cloud().scaling().orElseThrow());
    }
}
