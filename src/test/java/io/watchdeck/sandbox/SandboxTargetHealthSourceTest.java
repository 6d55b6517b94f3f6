package io.watchdeck.sandbox;

import io.watchdeck.fleet.TargetHealthSource;
import io.watchdeck.fleet.TargetHealthSourceContract;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.Readings;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.ServiceSpec;
import java.util.List;
import java.util.Optional;

class SandboxTargetHealthSourceTest extends TargetHealthSourceContract {

    @Override
    protected TargetHealthSource withGroups(int count) {
        return source(groups(count));
    }

    /// Each group has the name of the service behind it.
    private static Stage groups(int count) {
        List<String> names = Readings.names(GROUP, count);
        List<ServiceSpec> services = names.stream().map(name -> Stage.service(name, 2, Optional.empty())).toList();
        return Stage.of(new Components(services, List.of(new LoadBalancerSpec("balancer", names)), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Override
    protected TargetHealthSource withoutTargets() {
        return source(groups(1).change((stack, now) -> {
            service(stack).updateDesired(0);
            pass(stack, now, 600);
        }));
    }

    @Override
    protected TargetHealthSource with(String state) {
        return source(groups(1).change((stack, now) -> {
            SimulatedService service = service(stack);
            switch (state) {
                case "unhealthy" -> service.sicken(now);
                case "draining" -> service.updateDesired(1);
                default -> {
                    service.updateDesired(1);
                    pass(stack, now, 600);
                    service.updateDesired(2);
                }
            }
            until(stack, now, state);
        }));
    }

    @Override
    protected TargetHealthSource withTarget(String state, String reason, String description) {
        return source(groups(1).change((stack, now) -> {
            service(stack).updateDesired(1);
            pass(stack, now, 600);
            TargetState only = stack.targets(Readings.name(GROUP, 1)).orElseThrow().getFirst();
            stack.loadBalancers().getFirst()
                    .tell(new TargetState(only.id(), only.port(), only.zone(), state, reason, description));
        }));
    }

    private static void until(SimulatedStack stack, long now, String state) {
        for (long second = now + SimulatedStack.STEP; second < now + 3600; second += SimulatedStack.STEP) {
            stack.step(second);
            if (stack.targets(Readings.name(GROUP, 1)).orElseThrow().stream()
                    .anyMatch(target -> target.state().equals(state))) {
                return;
            }
        }
        throw new AssertionError("no target was ever " + state);
    }

    private static void pass(SimulatedStack stack, long now, long seconds) {
        for (long second = now + SimulatedStack.STEP; second <= now + seconds; second += SimulatedStack.STEP) {
            stack.step(second);
        }
    }

    private static SimulatedService service(SimulatedStack stack) {
        return stack.service(Readings.name(GROUP, 1)).orElseThrow();
    }

    @Override
    protected TargetHealthSource denied() {
        return source(groups(1).denied("elasticloadbalancing:DescribeTargetHealth"));
    }

    @Override
    protected TargetHealthSource throttled() {
        return source(groups(1).throttled());
    }

    private static TargetHealthSource source(Stage stage) {
        return stage.cloud().targets().orElseThrow();
    }
}
