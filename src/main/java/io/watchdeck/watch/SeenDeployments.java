package io.watchdeck.watch;

import io.watchdeck.fleet.FleetEvent.Deployed;
import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The deployments of services that the watch saw and kept, years after ECS has forgotten them. Blocking.
public record SeenDeployments(Supplier<FleetEventStore> store) {

    /// Those of the services of a stack, in order of time.
    public List<Deployed> of(StackFile stack, TimeRange range) {
        return store.get().read(Site.place(stack.access()), services(stack), range, Deployed.class);
    }

    static Set<ServiceKey> services(StackFile stack) {
        return stack.components().services().stream().map(ServiceSpec::name)
                .map(name -> new ServiceKey(stack.cluster(), name)).collect(Collectors.toSet());
    }
}
