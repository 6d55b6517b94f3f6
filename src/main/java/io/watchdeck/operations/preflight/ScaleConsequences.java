package io.watchdeck.operations.preflight;

import io.watchdeck.cost.TaskPrices;
import io.watchdeck.cost.UnitPrice;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.PolicyPhrases;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What follows from another desired count, or another range of autoscaling.
record ScaleConsequences(Facts facts, ServiceFacts service) {

    private static final double HOURS_A_MONTH = 730;
    /// Application Auto Scaling's own limit of a scalable target is far above what ECS runs for a service.
    private static final int MOST_TASKS = 5000;

    Consequences of(Operation.Scale scale) {
        var all = new ArrayList<Consequence>();
        var headroom = new HeadroomConsequences(facts, service);
        Optional<Range> range = scale.range().or(service::scaling);
        int wanted = wanted(scale, range);
        scale.range().ifPresentOrElse(asked -> all.add(changed(asked, scale.desired())),
                () -> all.add(kept(wanted)));
        if (isUnchanged(scale)) {
            all.add(Consequence.of(Topic.TARGET, Weight.SAME, "operation.scale.same", service.present().desired()));
        }
        if (wanted < 0) {
            all.add(Consequence.of(Topic.TASKS, Weight.REFUSED, "operation.scale.negative"));
        }
        if (wanted > MOST_TASKS) {
            all.add(Consequence.of(Topic.TASKS, Weight.REFUSED, "operation.scale.tooMany", MOST_TASKS));
        }
        if (wanted == 0) {
            all.add(Consequence.of(Topic.TASKS, Weight.WARNING, "operation.scale.none", service.key().service()));
        }
        int held = service.underWay().stream().filter(one -> !one.isPrimary()).mapToInt(Deployment::running).sum();
        headroom.of(service.present().desired(), wanted + held).ifPresent(all::add);
        raised(scale).flatMap(headroom::ofMost).ifPresent(all::add);
        deployment(held).ifPresent(all::add);
        if (wanted != service.present().desired()) {
            all.add(cost(wanted).counted(service.fromWanted()));
            all.add(spot(wanted));
        }
        all.addAll(new FollowedConsequences(facts).of(scale));
        return new Consequences(all, headroom.headroom());
    }

    /// The upper end of a range to which autoscaling may go and could not before.
    private Optional<Integer> raised(Operation.Scale scale) {
        return scale.range().map(Range::max).filter(most -> most <= MOST_TASKS)
                .filter(most -> service.scaling().filter(now -> most <= now.max()).isEmpty());
    }

    private boolean isUnchanged(Operation.Scale scale) {
        boolean sameCount = scale.desired().isEmpty() || scale.desired().getAsInt() == service.present().desired();
        return sameCount && (scale.range().isEmpty() || scale.range().equals(service.scaling()));
    }

    /// A range that leaves out the present count moves it.
    private int wanted(Operation.Scale scale, Optional<Range> range) {
        int asked = scale.desired().orElse(service.present().desired());
        return scale.desired().isPresent() ? asked
                : range.map(ends -> Math.clamp(asked, ends.min(), Math.max(ends.min(), ends.max()))).orElse(asked);
    }

    private Consequence changed(Range asked, OptionalInt desired) {
        Phrase after = range(asked);
        if (asked.min() < 0 || asked.min() > asked.max() || asked.max() > MOST_TASKS) {
            return Consequence.of(Topic.RANGE, Weight.REFUSED, "operation.range.impossible", after);
        }
        if (desired.isPresent() && (desired.getAsInt() < asked.min() || desired.getAsInt() > asked.max())) {
            return Consequence.of(Topic.RANGE, Weight.REFUSED, "operation.range.outsideNew", desired.getAsInt(), after);
        }
        return switch (service.range()) {
            case Reading.Known<ScalingRange>(var now, var _) ->
                Consequence.of(Topic.RANGE, Weight.TOLD, "operation.range.changed", policies(now))
                        .from(range(new Range(now.min(), now.max())), after);
            case Reading.Unknown<ScalingRange>(Failure failure, var _) -> service.isUnscaled()
                    ? Consequence.of(Topic.RANGE, Weight.REFUSED, "operation.range.none")
                    : Consequence.of(Topic.RANGE, Weight.UNKNOWN, "operation.range.unknown", failure.sentence());
        };
    }

    private Consequence kept(int wanted) {
        return switch (service.range()) {
            case Reading.Known<ScalingRange>(var now, var _) -> {
                Phrase ends = range(new Range(now.min(), now.max()));
                if (wanted < now.min() || wanted > now.max()) {
                    yield Consequence.of(Topic.RANGE, Weight.REFUSED, "operation.range.outside", wanted, ends);
                }
                yield (now.policies().isEmpty()
                        ? Consequence.of(Topic.RANGE, Weight.FINE, "operation.range.inside", wanted, ends)
                        : Consequence.of(Topic.RANGE, Weight.FINE, "operation.range.tracked", wanted, ends,
                                policies(now)))
                        .from(service.present().desired(), wanted);
            }
            case Reading.Unknown<ScalingRange>(Failure failure, var _) -> (service.isUnscaled()
                    ? Consequence.of(Topic.RANGE, Weight.FINE, "operation.range.unscaled")
                    : Consequence.of(Topic.RANGE, Weight.UNKNOWN, "operation.range.unknown", failure.sentence()))
                    .from(service.present().desired(), wanted);
        };
    }

    private static Phrase policies(ScalingRange range) {
        return PolicyPhrases.joined(range).orElseGet(() -> Phrase.of("operation.range.noPolicy"));
    }

    static Phrase range(Range ends) {
        return Phrase.of("operation.range.ends", ends.min(), ends.max());
    }

    private Optional<Consequence> deployment(int held) {
        List<Deployment> all = service.underWay();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Deployment one = all.stream().filter(old -> !old.isPrimary()).findFirst().orElse(all.getFirst());
        return Optional.of(held > 0
                ? Consequence.of(Topic.DEPLOYMENT, Weight.WARNING, "operation.scale.oldTasks", one.revision(), held)
                : Consequence.of(Topic.DEPLOYMENT, Weight.WARNING, "operation.scale.deploying", one.revision(),
                        one.running(),
                        one.desired()));
    }

    private Consequence cost(int wanted) {
        Optional<ServiceSpec> spec = facts.stack().file().components().services().stream()
                .filter(one -> one.name().equals(service.key().service())).findFirst();
        Optional<UnitPrice> price = spec.map(new TaskPrices(facts.stack().file())::ofPlan);
        int more = wanted - service.present().desired();
        return switch (price.orElse(new UnitPrice.NotKnown(Phrase.of("unitPrice.noPlan")))) {
            case UnitPrice.Known(var month, var arithmetic) -> {
                Money each = month.to();
                yield Consequence.of(Topic.COST, Weight.TOLD, "operation.scale.cost", Math.abs(more), each.rounded(2),
                        arithmetic, each.times(Math.abs(more) / HOURS_A_MONTH).rounded(2))
                        .to(Phrase.of(more > 0 ? "operation.scale.dearer" : "operation.scale.cheaper",
                                each.times(Math.abs(more)).rounded(2)));
            }
            case UnitPrice.NotKnown(var why) ->
                Consequence.of(Topic.COST, Weight.TOLD, "operation.scale.costUnknown", why);
        };
    }

    /// What runs, as ECS tells it, and what is added to it by the strategy. Which tasks stop, only ECS decides.
    private Consequence spot(int wanted) {
        List<CapacityShare> shares = service.present().strategy();
        if (shares.isEmpty()) {
            return Consequence.of(Topic.SPOT, Weight.TOLD, "operation.spot.launchType", service.present().launchType());
        }
        return switch (service.tasks()) {
            case Reading.Unknown<List<TaskState>>(Failure failure, var _) -> Consequence.of(Topic.SPOT, Weight.UNKNOWN,
                    "operation.spot.mixUnknown", new SpotMix(shares).said(), failure.sentence());
            case Reading.Known<List<TaskState>>(var tasks, var _) -> spot(new SpotMix(shares),
                    tasks.stream().filter(TaskState::isRunning).toList(), wanted);
        };
    }

    /// It counts from what runs, as the price does from what is wanted now.
    private Consequence spot(SpotMix mix, List<TaskState> running, int wanted) {
        int spot = (int) running.stream().filter(TaskState::isSpot).count();
        int onDemand = running.size() - spot;
        int more = wanted - running.size();
        if (more <= 0) {
            return Consequence.of(Topic.SPOT, Weight.TOLD, "operation.spot.fewer", SpotMix.share(spot, onDemand));
        }
        int added = mix.added(spot, onDemand, more);
        return Consequence.of(Topic.SPOT, Weight.TOLD, "operation.spot.mix", mix.said(), more,
                SpotMix.share(added, more - added))
                .from(SpotMix.share(spot, onDemand), SpotMix.share(spot + added, onDemand + more - added))
                .counted(running.size() == service.present().desired() ? Optional.empty()
                        : Optional.of(Phrase.of("operation.counts.fromRunning", running.size(),
                                service.present().desired())));
    }
}
