package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from another capacity provider strategy.
record SpotConsequences(Facts facts, ServiceFacts service) {

    private static final int MOST_WEIGHT = 1000;

    Consequences of(Operation.SpotWeight spot) {
        ServiceState state = service.present();
        var mix = new SpotMix(spot.strategy());
        var now = new SpotMix(state.strategy());
        var all = new ArrayList<Consequence>(impossible(spot, state, mix));
        Phrase before = state.strategy().isEmpty() ? value(state.launchType()) : value(now.said());
        all.add(Consequence.of(Topic.SPOT, Weight.TOLD, "operation.spot.changed", mix.of(state.desired()))
                .from(before, value(mix.said())).counted(service.fromWanted()));
        if (mix.usesSpot() && mix.baseOnDemand() == 0) {
            all.add(Consequence.of(Topic.BASE, Weight.WARNING, "operation.spot.noBase"));
        }
        if (spot.force()) {
            all.addAll(new RolloutConsequences(facts, service).rollout(now.usesSpot() || mix.usesSpot()));
            all.add(Consequence.of(Topic.REVISION, Weight.TOLD, "operation.revision.same",
                    RolloutConsequences.revision(state.taskDefinition())));
        } else {
            all.add(Consequence.of(Topic.DEPLOYMENT, Weight.TOLD, "operation.spot.noMove", state.running()));
        }
        all.addAll(spot.force() ? new RolloutConsequences(facts, service).followed(spot)
                : new FollowedConsequences(facts).of(spot));
        return new Consequences(all, spot.force() ? new HeadroomConsequences(facts, service).headroom()
                : Optional.empty());
    }

    private static List<Consequence> impossible(Operation.SpotWeight spot, ServiceState state, SpotMix mix) {
        if (spot.strategy().stream().anyMatch(share -> share.weight() < 0 || share.weight() > MOST_WEIGHT)) {
            return List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.spot.weight", MOST_WEIGHT));
        }
        if (mix.isAllZero()) {
            return List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.spot.zero"));
        }
        if (state.strategy().isEmpty() && !spot.force()) {
            return List
                    .of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.spot.needsForce", state.launchType()));
        }
        return state.strategy().equals(spot.strategy()) && !spot.force()
                ? List.of(Consequence.of(Topic.TARGET, Weight.SAME, "operation.spot.same")) : List.of();
    }

    private static Phrase value(Object something) {
        return Phrase.of("operation.value", something);
    }
}
