package io.watchdeck.operations.gate;

import io.watchdeck.fleet.FleetEvent.Deployed;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The task definitions that a deployment of a service is known to have succeeded with: by ECS, which forgets a service
/// deployment after 90 days, and by what the console itself saw and kept. What only ran, or failed, is none.
final class Revisions {

    private final ServiceKey service;
    private final Map<String, Instant> succeeded = new HashMap<>();

    Revisions(ServiceKey service) {
        this.service = service;
    }

    Revisions ecs(List<ServiceDeployment> deployments) {
        deployments.stream().filter(ServiceDeployment::isSuccessful).forEach(one -> one.taskDefinition()
                .ifPresent(definition -> add(definition, one.finishedAt().orElse(one.createdAt()))));
        return this;
    }

    /// Rollouts that the console saw completed.
    Revisions seen(Collection<Deployed> deployed) {
        deployed.stream().filter(one -> one.service().equals(service)).map(Deployed::deployment)
                .filter(one -> one.rolloutState().equals("COMPLETED"))
                .forEach(one -> add(one.taskDefinition(), one.updatedAt()));
        return this;
    }

    /// Rollouts that were begun here and worked.
    Revisions journal(Collection<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            Optional<Instant> worked = entry.verdict().filter(end -> end.result() == Result.WORKED).map(Verdict::at);
            if (worked.isPresent() && entry.operation() instanceof Operation.OfService on
                    && on.service().equals(service)) {
                deployed(on, entry).ifPresent(definition -> add(definition, worked.get()));
            }
        }
        return this;
    }

    private static Optional<String> deployed(Operation.OfService operation, JournalEntry entry) {
        return switch (operation) {
            case Operation.RollBack back -> Optional.of(back.taskDefinition());
            case Operation.ForceDeployment _ -> entry.before().taskDefinition();
            case Operation.SpotWeight spot when spot.force() -> entry.before().taskDefinition();
            case Operation.SpotWeight _,Operation.Scale _,Operation.StopTask _,Operation.StopDeployment _ ->
                Optional.empty();
        };
    }

    private void add(String definition, Instant at) {
        succeeded.merge(definition, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /// The newest first.
    ///
    /// @param now what runs, which is left out
    List<Revision> without(String now) {
        var found = new ArrayList<Revision>();
        succeeded.entrySet().stream().filter(one -> !one.getKey().equals(now))
                .sorted(Map.Entry.<String, Instant>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> found.add(new Revision(one.getKey(), Optional.of(one.getValue()))));
        return found;
    }
}
