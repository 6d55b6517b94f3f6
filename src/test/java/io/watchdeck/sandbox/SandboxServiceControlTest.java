package io.watchdeck.sandbox;

import io.watchdeck.fleet.rollout.ServiceControlContract;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.ServiceSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class SandboxServiceControlTest extends ServiceControlContract {

    @Override
    protected Account steady() {
        return account(stage());
    }

    @Override
    protected Account deploying() {
        return account(stage().change((stack, now) -> service(stack).deployNext(List.of(), now)));
    }

    @Override
    protected Account denied() {
        return account(stage().denied("ecs:UpdateService").denied("ecs:StopTask").denied("ecs:StopServiceDeployment"));
    }

    @Override
    protected Account throttled() {
        return account(stage().throttled());
    }

    /// Placed by the strategy from the beginning, so that the one deployment is old.
    private static Stage stage() {
        var spec = new ServiceSpec(SERVICE.service(), OptionalInt.of(3), Optional.empty(), OptionalInt.empty(),
                OptionalInt.empty(), Optional.empty());
        return Stage.of(Stage.services(List.of(spec)))
                .change((stack, _) -> service(stack).changeStrategy(STRATEGY));
    }

    private static SimulatedService service(SimulatedStack stack) {
        return stack.service(SERVICE).orElseThrow();
    }

    private static Account account(Stage stage) {
        String[] earlier = {""};
        stage.change((stack, _) -> {
            String present = service(stack).view().taskDefinition();
            int revision = Integer.parseInt(present.substring(present.lastIndexOf(':') + 1));
            earlier[0] = present.substring(0, present.lastIndexOf(':') + 1) + (revision - 1);
        });
        return new Account(stage.controls().services(), stage.cloud().fleet(), stage.controls().deployments(),
                earlier[0]);
    }
}
