package io.watchdeck.sandbox;

import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Services and tasks of the simulated account.
final class SandboxFleetSource implements FleetSource {

    private final SandboxAccount account;

    SandboxFleetSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names) {
        return account.readEach(names,
                (stack, name) -> stack.service(name).filter(_ -> stack.file().cluster().equals(cluster))
                        .map(SimulatedService::view),
                name -> Failure.notFound("service " + name, cluster), "ecs:DescribeServices");
    }

    @Override
    public Reading<List<TaskState>> tasks(String cluster) {
        return account.look(now -> tasks(cluster, now));
    }

    private Reading<List<TaskState>> tasks(String cluster, Instant now) {
        List<SimulatedStack> stacks = account.withCluster(cluster);
        var fault = account.fault(stacks, "ecs:ListTasks", "ecs:DescribeTasks");
        if (fault.isPresent()) {
            return Reading.unknown(fault.get(), now);
        }
        if (stacks.isEmpty()) {
            return Reading.unknown(Failure.notFound("cluster " + cluster, account.place().region().code()), now);
        }
        return Reading.known(stacks.stream().flatMap(stack -> stack.services().stream())
                .flatMap(service -> service.taskViews().stream()).toList(), now);
    }
}
