package io.watchdeck.fleet.rollout;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What `UpdateService` is to change: what is empty is not sent, and stays as it is.
///
/// @param desired        tasks
/// @param taskDefinition ARN or `family:revision`; starts a deployment
/// @param strategy       the whole capacity provider strategy; by itself it moves no running task
/// @param force          `forceNewDeployment`: starts a deployment although nothing else asks for one
public record ServiceChange(OptionalInt desired, Optional<String> taskDefinition,
        Optional<List<CapacityShare>> strategy, boolean force) {

    public ServiceChange {
        strategy = strategy.map(List::copyOf);
        if (desired.isEmpty() && taskDefinition.isEmpty() && strategy.isEmpty() && !force) {
            throw new IllegalArgumentException("a change that changes nothing");
        }
    }

    public static ServiceChange desired(int tasks) {
        return new ServiceChange(OptionalInt.of(tasks), Optional.empty(), Optional.empty(), false);
    }

    public static ServiceChange newDeployment() {
        return new ServiceChange(OptionalInt.empty(), Optional.empty(), Optional.empty(), true);
    }

    public static ServiceChange taskDefinition(String revision) {
        return new ServiceChange(OptionalInt.empty(), Optional.of(revision), Optional.empty(), false);
    }

    public static ServiceChange strategy(List<CapacityShare> shares, boolean force) {
        return new ServiceChange(OptionalInt.empty(), Optional.empty(), Optional.of(shares), force);
    }
}
