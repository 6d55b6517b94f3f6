package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.util.List;
import java.util.Optional;

/// What this console began on the same service and still follows, and what becomes of it. One that changes the same as
/// the next one is ended by it: its verdict names the next.
record FollowedConsequences(Facts facts) {

    List<Consequence> of(Operation.OfService next) {
        return of(next, Optional.empty());
    }

    /// @param told elsewhere; empty where none is
    List<Consequence> of(Operation.OfService next, Optional<JournalEntry> told) {
        return facts.followed().stream().filter(entry -> entry.operation() instanceof Operation.OfService on
                && on.service().equals(next.service())).filter(entry -> !told.equals(Optional.of(entry)))
                .map(entry -> of(entry, next)).toList();
    }

    /// What this console follows and began the primary deployment of a service. ECS answers every change of a service with
    /// that deployment, also one that begins none.
    Optional<JournalEntry> own(ServiceFacts service) {
        Optional<String> primary = service.present().primary().map(Deployment::id);
        return facts.followed().stream().filter(entry -> entry.operation() instanceof Operation.OfService on
                && on.service().equals(service.key()) && on.beginsDeployment() && primary.isPresent()
                && entry.began().equals(primary))
                .findFirst();
    }

    private Consequence of(JournalEntry entry, Operation.OfService next) {
        return Consequence.of(Topic.FOLLOWED, Weight.TOLD,
                isReplaced(entry.operation(), next) ? "operation.followed.replaced" : "operation.followed.beside",
                named(entry.operation()), new When(entry.begun(), facts.asOf()), entry.person());
    }

    private static boolean isReplaced(Operation followed, Operation next) {
        return switch (next) {
            case Operation.Scale scale -> followed instanceof Operation.Scale before && setsOther(before, scale);
            case Operation.OfService begins when begins.beginsDeployment()
                    && followed instanceof Operation.OfService on && on.beginsDeployment() ->
                true;
            case Operation.SpotWeight spot -> followed instanceof Operation.SpotWeight before && !before.force()
                    && !before.strategy().equals(spot.strategy());
            default -> false;
        };
    }

    /// Whether both set the count, or the range, and not to the same.
    private static boolean setsOther(Operation.Scale before, Operation.Scale next) {
        boolean count = before.desired().isPresent() && next.desired().isPresent()
                && !before.desired().equals(next.desired());
        boolean range = before.range().isPresent() && next.range().isPresent() && !before.range().equals(next.range());
        return count || range;
    }

    /// What a person has done, in a few words.
    static Phrase named(Operation operation) {
        return Phrase.of(switch (operation) {
            case Operation.Scale _ -> "operation.followed.scale";
            case Operation.RollBack _ -> "operation.stop.ownRollBack";
            case Operation.SpotWeight spot -> spot.force() ? "operation.stop.ownWeights" : "operation.followed.weights";
            case Operation.StopDeployment _ -> "operation.followed.stop";
            case Operation.StopTask _ -> "operation.followed.stopTask";
            default -> "operation.stop.ownForced";
        });
    }
}
