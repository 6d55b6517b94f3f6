package io.watchdeck.aws;

import io.watchdeck.fleet.rollout.ScalingControlContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsScalingControlContractTest extends ScalingControlContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected Account scalable() {
        new FakeScaling(rig.aws).target(CLUSTER, SERVICE.service()).cpuPolicy(CLUSTER, SERVICE.service(), 70.0);
        return new Account(rig.connector.controls(rig.access).scaling(), rig.cloud.scaling().orElseThrow());
    }

    @Override
    protected Account denied() {
        Account account = scalable();
        rig.aws.on("RegisterScalableTarget", LoopbackAws.jsonError(400, "AccessDeniedException", "not authorized"));
        return account;
    }

    @Override
    protected Account throttled() {
        Account account = scalable();
        rig.aws.on("RegisterScalableTarget", LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));
        return account;
    }
}
