package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.When;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from stopping a service deployment: ECS rolls it back, which is a rollout too.
record StopConsequences(Facts facts, ServiceFacts service) {

    Consequences of(Operation.StopDeployment stop) {
        return switch (service.deployments()) {
            case Reading.Unknown<List<ServiceDeployment>>(Failure failure, var _) -> only(
                    Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", failure.sentence()));
            case Reading.Known<List<ServiceDeployment>>(var all, var _) -> {
                Optional<ServiceDeployment> found = all.stream()
                        .filter(one -> one.arn().equals(stop.deployment())).findFirst();
                Optional<Consequence> refused = refused(found);
                yield refused.map(StopConsequences::only).orElseGet(() -> of(found.orElseThrow(), all));
            }
        };
    }

    private static Consequences only(Consequence one) {
        return new Consequences(List.of(one), Optional.empty());
    }

    /// ECS stops no deployment twice.
    private static Optional<Consequence> refused(Optional<ServiceDeployment> found) {
        if (found.isEmpty()) {
            return Optional.of(Consequence.of(Topic.DEPLOYMENT, Weight.REFUSED, "operation.stop.gone"));
        }
        String status = found.get().status();
        if (!found.get().isUnderWay()) {
            return Optional.of(Consequence.of(Topic.DEPLOYMENT, Weight.REFUSED, "operation.stop.over", status));
        }
        return ServiceDeployment.isStopping(status)
                ? Optional.of(Consequence.of(Topic.DEPLOYMENT, Weight.REFUSED, "operation.stop.already", status))
                : Optional.empty();
    }

    private Consequences of(ServiceDeployment one, List<ServiceDeployment> every) {
        var all = new ArrayList<Consequence>();
        var rollout = new RolloutConsequences(facts, service);
        int most = rollout.most(running());
        StopView view = StopView.of(one.arn(), service.present(), every);
        all.add(back(one, view));
        all.add(tasks(view, most));
        all.add(underWay(one));
        all.add(alarms(rollout));
        var headroom = new HeadroomConsequences(facts, service);
        headroom.of(running(), Math.max(most, service.present().desired())).ifPresent(all::add);
        if (service.usesSpot()) {
            all.add(rollout.stopping());
        }
        return new Consequences(all, headroom.headroom());
    }

    private static Consequence back(ServiceDeployment one, StopView view) {
        Object to = view.backTo().<Object>map(RolloutConsequences::revision)
                .orElseGet(() -> Phrase.of("operation.stop.before"));
        Optional<String> from = one.taskDefinition().map(RolloutConsequences::revision);
        if (from.filter(to::equals).isPresent()) {
            return Consequence.of(Topic.REVISION, Weight.TOLD, "operation.stop.same", to);
        }
        return Consequence.of(Topic.REVISION, Weight.TOLD, "operation.stop.rollback", to).from(
                from.map(RolloutConsequences::value).orElseGet(() -> Phrase.of("operation.stop.unknown")),
                RolloutConsequences.value(to));
    }

    /// Whether this console began it, and what becomes of the operation that did.
    private Consequence underWay(ServiceDeployment one) {
        return new FollowedConsequences(facts).own(service)
                .map(entry -> Consequence.of(Topic.DEPLOYMENT, Weight.TOLD, "operation.stop.own",
                        FollowedConsequences.named(entry.operation()), new When(entry.begun(), facts.asOf()),
                        entry.person()))
                .orElseGet(() -> Consequence.of(Topic.DEPLOYMENT, Weight.TOLD, "operation.stop.other",
                        new When(one.createdAt(), facts.asOf())));
    }

    /// Those of both sides, which may all run in the midst of the rollback.
    private int running() {
        return service.present().deployments().stream().mapToInt(Deployment::running).sum();
    }

    private Consequence tasks(StopView view, int most) {
        ServiceState state = service.present();
        if (state.desired() == 0) {
            return Consequence.of(Topic.TASKS, Weight.TOLD, "operation.rollout.noTasks");
        }
        Phrase moved = Phrase.of("operation.stop.tasks", view.stopped(), view.started());
        return switch (service.settings()) {
            case Reading.Known<DeploymentSettings>(var found, var _) -> {
                int kept = new RolloutConsequences(facts, service).kept(found);
                yield Consequence.of(Topic.TASKS, kept == 0 ? Weight.WARNING : Weight.TOLD, "list.sentences", moved,
                        Phrase.of(kept == 0 ? "operation.stop.noneKept" : "operation.stop.kept", kept, most));
            }
            case Reading.Unknown<DeploymentSettings>(Failure failure, var _) -> Consequence.of(Topic.TASKS,
                    Weight.UNKNOWN, "list.sentences", moved,
                    Phrase.of("operation.stop.keptUnknown", failure.sentence()));
        };
    }

    /// An alarm that is in ALARM is told, and warns of nothing: going back may well be the answer to it.
    private Consequence alarms(RolloutConsequences rollout) {
        return switch (service.settings()) {
            case Reading.Unknown<DeploymentSettings>(Failure failure, var _) ->
                Consequence.of(Topic.ALARM, Weight.UNKNOWN, "operation.alarm.unknown", failure.sentence());
            case Reading.Known<DeploymentSettings>(var found, var _) -> {
                List<String> loud = rollout.loud(found);
                if (!loud.isEmpty()) {
                    yield Consequence.of(Topic.ALARM, Weight.TOLD, "operation.stop.loud", String.join(", ", loud));
                }
                if (!found.alarms().isEmpty()) {
                    yield rollout.silent(found);
                }
                yield found.breaker() ? Consequence.of(Topic.ALARM, Weight.FINE, "operation.stop.breaker")
                        : Consequence.of(Topic.ALARM, Weight.WARNING, "operation.stop.noBreaker");
            }
        };
    }
}
