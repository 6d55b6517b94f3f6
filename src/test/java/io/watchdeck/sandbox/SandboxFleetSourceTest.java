package io.watchdeck.sandbox;

import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.FleetSourceContract;
import io.watchdeck.model.Readings;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.compute.StopReason;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.LoadBalancerSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class SandboxFleetSourceTest extends FleetSourceContract {

    @Override
    protected FleetSource withServices(int count) {
        return Stage.of(Stage.services(Readings.names(SERVICE, count).stream()
                .map(name -> Stage.service(name, 0, Optional.empty())).toList())).cloud().fleet();
    }

    @Override
    protected FleetSource withRunningTasks(int count) {
        return oneService(count).cloud().fleet();
    }

    private static Stage oneService(int tasks) {
        return Stage.of(Stage.services(List.of(Stage.service(Readings.name(SERVICE, 1), tasks, Optional.empty()))));
    }

    @Override
    protected FleetSource withStoppedTask(String stopCode, String stoppedReason) {
        return oneService(1).change((stack, now) -> {
            SimulatedService service = stack.service(Readings.name(SERVICE, 1)).orElseThrow();
            service.updateDesired(0);
            service.taskViews().forEach(task -> service.stopTask(task.id(),
                    new StopReason(stopCode, stoppedReason, OptionalInt.of(143), ""), now));
            for (long later = now; later <= now + 60; later += 10) {
                service.step(later);
            }
        }).cloud().fleet();
    }

    @Override
    protected FleetSource withRolloutState(String rolloutState) {
        return oneService(1).change((stack, now) -> stack.service(Readings.name(SERVICE, 1)).orElseThrow()
                .markRollout(rolloutState, "", now)).cloud().fleet();
    }

    @Override
    protected FleetSource withTargetGroup(String name) {
        Components services = Stage.services(List.of(Stage.service(Readings.name(SERVICE, 1), 1, Optional.empty())));
        return Stage.of(new Components(services.services(),
                List.of(new LoadBalancerSpec("contract-alb", List.of(name))), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of())).cloud().fleet();
    }

    @Override
    protected FleetSource denied() {
        return oneService(1).denied("ecs:DescribeServices").denied("ecs:ListTasks").cloud().fleet();
    }

    @Override
    protected FleetSource throttled() {
        return oneService(1).throttled().cloud().fleet();
    }
}
