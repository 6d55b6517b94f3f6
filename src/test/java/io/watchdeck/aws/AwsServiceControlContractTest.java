package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import io.watchdeck.fleet.rollout.ServiceControlContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsServiceControlContractTest extends ServiceControlContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private FakeRollouts rollouts() {
        FakeEcs ecs = new FakeEcs(rig.aws, CLUSTER).service(SERVICE.service(), 3, "COMPLETED");
        var service = ecs.service(CLUSTER, SERVICE.service());
        service.remove("launchType");
        service.put("capacityProviderStrategy", STRATEGY.stream().map(share -> object("capacityProvider",
                share.provider(), "weight", share.weight(), "base", share.base())).toList());
        var rollouts = new FakeRollouts(rig.aws, ecs).definition("service-0001:6").definition("service-0001:7");
        rollouts.deployment(CLUSTER, SERVICE.service(), "SUCCESSFUL", "service-0001:7", AwsRig.NOW.minusSeconds(9000));
        return rollouts;
    }

    private Account account() {
        return new Account(rig.connector.controls(rig.access).services(), rig.cloud.fleet(),
                rig.connector.controls(rig.access).deployments(), FakeRollouts.definitionArn("service-0001:6"));
    }

    @Override
    protected Account steady() {
        rollouts();
        return account();
    }

    @Override
    protected Account deploying() {
        rollouts().deployment(CLUSTER, SERVICE.service(), "IN_PROGRESS", "service-0001:6", AwsRig.NOW.minusSeconds(60));
        return account();
    }

    @Override
    protected Account denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException", "not authorized"));
    }

    @Override
    protected Account throttled() {
        return failing(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));
    }

    private Account failing(LoopbackAws.Answer answer) {
        rollouts();
        List.of("UpdateService", "StopTask", "StopServiceDeployment")
                .forEach(operation -> rig.aws.on(operation, answer));
        return account();
    }
}
