package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.model.Failure;
import io.watchdeck.sandbox.clockwork.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What ECS takes of an `UpdateService`.
///
/// @param service that is to be changed
record ChangeCheck(SimulatedService service, Place place) {

    private static final Set<String> PROVIDERS = Set.of("FARGATE", "FARGATE_SPOT");
    private static final int MOST_WEIGHT = 1000;
    private static final int MOST_BASE = 100_000;

    Optional<Failure> objection(ServiceChange change) {
        if (change.desired().isPresent() && change.desired().getAsInt() < 0) {
            return refused("desiredCount must be greater than or equal to 0");
        }
        return change.taskDefinition().flatMap(this::definition).or(() -> change.strategy().flatMap(this::strategy));
    }

    private Optional<Failure> definition(String name) {
        return service.deployments().taskDesign(name)
                .map(design -> design.status().equals("ACTIVE") ? Optional.<Failure>empty()
                        : refused("TaskDefinition is inactive"))
                .orElseGet(() -> Optional.of(Failure.notFound("task definition "
                        + name.substring(name.lastIndexOf('/') + 1), place.region().code())));
    }

    private Optional<Failure> strategy(List<CapacityShare> shares) {
        if (!shares.stream().map(CapacityShare::provider).allMatch(PROVIDERS::contains)) {
            return refused("The specified capacity provider was not found");
        }
        boolean inRange = shares.stream().allMatch(share -> share.weight() >= 0 && share.weight() <= MOST_WEIGHT
                && share.base() >= 0 && share.base() <= MOST_BASE);
        boolean places = shares.stream().anyMatch(share -> share.weight() > 0);
        boolean oneBase = shares.stream().filter(share -> share.base() > 0).count() <= 1;
        return inRange && places && oneBase ? Optional.empty()
                : refused("The capacity provider strategy has a weight or a base that is not allowed");
    }

    private static Optional<Failure> refused(String words) {
        return Optional.of(Failure.unexpected("InvalidParameterException: " + words));
    }
}
