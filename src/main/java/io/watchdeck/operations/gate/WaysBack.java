package io.watchdeck.operations.gate;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk.Revision;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Finds the task definitions that a service can go back to. Blocking.
record WaysBack(Asking asking, Kept kept) {

    /// As long as the console keeps what it saw.
    private static final Duration HISTORY = Duration.ofDays(3 * 366);
    private static final int ENTRIES = 10_000;

    /// The newest first, without the one that runs. Where ECS tells nothing, what the console knows itself is enough.
    Reading<List<Revision>> of(Operation.OfService operation, StackSnapshot stack) {
        String now = stack.services().stream()
                .filter(one -> one.spec().name().equals(operation.service().service()))
                .flatMap(one -> one.state().state().latest().stream()).map(ServiceState::taskDefinition)
                .findFirst().orElse("");
        Reading<List<ServiceDeployment>> ecs =
                asking.reach().controls(stack.file().access()).deployments().deployments(operation.service());
        List<Revision> own = own(operation, stack.file()).without(now);
        return ecs instanceof Reading.Unknown<List<ServiceDeployment>> && !own.isEmpty()
                ? Reading.known(own, asking.clock().instant())
                : ecs.map(all -> own(operation, stack.file()).ecs(all).without(now));
    }

    /// What the console saw and did itself.
    private Revisions own(Operation.OfService operation, StackFile file) {
        TimeRange ever = TimeRange.last(HISTORY, asking.clock().instant().plusSeconds(1));
        var revisions = new Revisions(operation.service());
        kept.found(journal -> journal.read(Set.of(operation.stack()), ever, ENTRIES)).ifPresent(revisions::journal);
        kept.found(_ -> kept.deployed().apply(file, ever)).ifPresent(revisions::seen);
        return revisions;
    }
}
